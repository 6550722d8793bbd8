import type { Captcha } from '../captcha/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import { keptAfterExpiryMs } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly captcha: Pick<Captcha, 'purgePasses'>;
  readonly allTenantIds: () => Promise<string[]>;
}

/** Tends every tenant in turn: what can't be activated any more is marked, later deleted. */
export const createExpireRegistrations =
  ({ transact, clock, registrations, captcha, allTenantIds }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();
    for (const tenantId of await allTenantIds()) {
      await transact(tenantId, async (tx) => {
        await registrations.expire(tx, now, addMs(now, -keptAfterExpiryMs));
        await captcha.purgePasses(tx, now);
      });
    }
  };
