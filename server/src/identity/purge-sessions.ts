import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { SessionRepository } from './session-repository.js';
import type { TenantDirectory } from './tenant-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
  readonly directory: TenantDirectory;
}

/** Removes sessions that ended by themselves, tenant by tenant. */
export const createPurgeSessions =
  ({ transact, clock, sessions, directory }: Deps) =>
  async (): Promise<void> => {
    for (const tenantId of await directory.allIds()) {
      await transact(tenantId, (tx) => sessions.purge(tx, clock.now()));
    }
  };
