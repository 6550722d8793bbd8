import type { Captcha } from '../captcha/index.js';
import type { Mail } from '../mail/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import { keptAfterExpiryMs } from './registration.js';
import type { RegistrationRepository } from './registration-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly captcha: Pick<Captcha, 'purgePasses'>;
  readonly mail: Pick<Mail, 'purgeNeedless'>;
  readonly allTenantIds: () => Promise<string[]>;
}

/**
 * Tends every tenant in turn: what can't be activated any more is marked, later deleted; so is what
 * strangers left behind without a registration.
 */
export const createExpireRegistrations =
  ({ transact, clock, registrations, captcha, mail, allTenantIds }: Deps) =>
  async (): Promise<void> => {
    const now = clock.now();
    for (const tenantId of await allTenantIds()) {
      await transact(tenantId, async (tx) => {
        await registrations.expire(tx, now, addMs(now, -keptAfterExpiryMs));
        await captcha.purgePasses(tx, now);
        await mail.purgeNeedless(tx, now);
      });
    }
  };
