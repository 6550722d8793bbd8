import { requireOnTenant, type Viewer } from '../access/index.js';
import { addMs, dayMs, type Clock } from '../platform/clock.js';
import { badUserInput } from '../platform/failures.js';
import type { Transact, Tx } from '../platform/transaction.js';

/** What happened on one day. */
export interface RegistrationDay {
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly registered: number;
  readonly activated: number;
}

export interface RegistrationDayRepository {
  /** Every day from the first to the last, both included and as `YYYY-MM-DD`. */
  between(tx: Tx, first: string, last: string): Promise<RegistrationDay[]>;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly days: RegistrationDayRepository;
}

const mostDays = 365;

const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Registrations of the last days, today included. */
export const createReadRegistrationDays =
  ({ transact, clock, days }: Deps) =>
  (viewer: Viewer, count: number): Promise<RegistrationDay[]> => {
    requireOnTenant(viewer, 'REGISTRATION', 'READ');
    if (count < 1 || count > mostDays) throw badUserInput(`\`days\` is between 1 and ${mostDays}.`);
    const today = clock.now();
    const first = addMs(today, -(count - 1) * dayMs);
    return transact(viewer.principal.tenantId, (tx) =>
      days.between(tx, dateOf(first), dateOf(today)),
    );
  };

export type ReadRegistrationDays = ReturnType<typeof createReadRegistrationDays>;
