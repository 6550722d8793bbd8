import { requireOnTenant, type Viewer } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import { badUserInput } from '../platform/failures.js';
import type { Transact, Tx } from '../platform/transaction.js';

/** How many people registered, and how many activated, on one day (UTC). */
export interface RegistrationsOfDay {
  /** Start of the day. */
  readonly date: Date;
  readonly registered: number;
  readonly activated: number;
}

export interface RegistrationsByDay {
  /** Every day from the first to the last, in this order. */
  count(tx: Tx, first: Date, last: Date): Promise<RegistrationsOfDay[]>;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly registrationsByDay: RegistrationsByDay;
}

const DAY_MS = 86_400_000;
const DAYS = { least: 7, most: 365 };

/** The days up to today. Never-activated registrations count until they are purged. */
export const createRegistrationsOverTime =
  ({ transact, clock, registrationsByDay }: Deps) =>
  (viewer: Viewer, days: number): Promise<RegistrationsOfDay[]> => {
    requireOnTenant(viewer, 'REGISTRATION', 'READ');
    if (!Number.isInteger(days) || days < DAYS.least || days > DAYS.most) {
      throw badUserInput(`\`days\` must be from ${DAYS.least} to ${DAYS.most}.`);
    }
    const today = new Date(Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS);
    const first = new Date(today.getTime() - (days - 1) * DAY_MS);
    return transact(viewer.principal.tenantId, (tx) => registrationsByDay.count(tx, first, today));
  };

export type ReadRegistrationsOverTime = ReturnType<typeof createRegistrationsOverTime>;
