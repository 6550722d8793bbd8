import { requireOnTenant, type Viewer } from '../access/index.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact } from '../platform/transaction.js';
import type { AuditSelfRegistration } from './audit-self-registration.js';
import type { FindSelfRegistration } from './find-self-registration.js';
import type { RegistrationRepository } from './registration-repository.js';
import { savedGrantsOf } from './saved-grants.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistrationFaults } from './settings-part.js';

export type PendingDecision = 'LET_FINISH' | 'END';

interface Deps {
  readonly transact: Transact;
  readonly repository: SelfRegistrationRepository;
  readonly registrations: RegistrationRepository;
  readonly find: FindSelfRegistration;
  readonly audit: AuditSelfRegistration;
}

/** Deletes a page for whoever typed its host and said what becomes of pending registrations. */
export const createDeleteSelfRegistration =
  ({ transact, repository, registrations, find, audit }: Deps) =>
  (
    viewer: Viewer,
    id: string,
    input: { readonly confirmation: string; readonly pending?: PendingDecision | null },
  ): Promise<Result<string, SelfRegistrationFaults>> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'DELETE');
    return transact(viewer.principal.tenantId, async (tx) => {
      const page = await find(tx, id);
      if (input.confirmation.trim().toLowerCase() !== page.host) {
        const message = `Type ${page.host} to delete this page.`;
        return failWith(inputFault('confirmation', 'CONFIRMATION_DIFFERS', message));
      }
      await repository.lock(tx, id);
      const pending = await registrations.countOpen(tx, id);
      if (pending > 0 && !input.pending) {
        const message = `${pending} registrations are not finished: let them finish, or end them.`;
        return failWith(inputFault('pending', 'PENDING_UNDECIDED', message));
      }
      if (input.pending === 'END') await registrations.rejectOfPage(tx, id);
      else await registrations.keepGrantsOfPage(tx, id, savedGrantsOf(page));
      await repository.delete(tx, id);
      await audit(tx, viewer, 'deleted', page, null);
      return ok(id);
    });
  };
