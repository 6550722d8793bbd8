import { addMs, type Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import { ipKeptMs } from './consent.js';
import type { ConsentRepository } from './consent-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly consents: ConsentRepository;
  readonly allTenantIds: () => Promise<string[]>;
}

/** Takes the network addresses off old consents, tenant by tenant. */
export const createForgetAddresses =
  ({ transact, clock, consents, allTenantIds }: Deps) =>
  async (): Promise<void> => {
    const before = addMs(clock.now(), -ipKeptMs);
    for (const tenantId of await allTenantIds()) {
      await transact(tenantId, (tx) => consents.forgetAddresses(tx, before));
    }
  };
