import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { EmailChangeRepository } from './email-change.js';
import type { SessionRepository } from './session-repository.js';
import type { TenantDirectory } from './tenant-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
  readonly emailChanges: EmailChangeRepository;
  readonly directory: TenantDirectory;
}

/** Removes sessions and wanted addresses that ended by themselves, tenant by tenant. */
export const createPurgeSessions =
  ({ transact, clock, sessions, emailChanges, directory }: Deps) =>
  async (): Promise<void> => {
    for (const tenantId of await directory.allIds()) {
      await transact(tenantId, async (tx) => {
        await sessions.purge(tx, clock.now());
        await emailChanges.purge(tx, clock.now());
      });
    }
  };
