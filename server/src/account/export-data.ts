import type { RecordAudit } from '../audit/index.js';
import { forbidden, ownerOnly } from '../platform/failures.js';
import type { Transact } from '../platform/transaction.js';
import type { Person, ReadOwnData } from './data-source.js';

interface Deps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly sources: readonly ReadOwnData[];
}

export interface DataFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
}

/**
 * Administrators belong to the tenant: their accounts are its own.
 * @throws FORBIDDEN for them, and for an administrator who signed in as somebody
 */
export const requireOwnAccount = ({ user, impersonatorName }: Person): void => {
  if (impersonatorName !== null) throw ownerOnly();
  if (user.authority !== 'CUSTOMER_USER') throw forbidden('of a customer user');
};

/** All that is kept of a person, and what is theirs, as one JSON file. */
export const createExportData =
  ({ transact, recordAudit, sources }: Deps) =>
  async (person: Person): Promise<DataFile> => {
    requireOwnAccount(person);
    const parts = [];
    for (const read of sources) parts.push(await read(person));
    const { user, actor } = person;
    await transact(user.tenantId, (tx) =>
      recordAudit(tx, actor, {
        action: 'user.data-exported',
        entityType: 'USER',
        entityId: user.id,
        entityName: actor.name,
      }),
    );
    return {
      fileName: 'my-data.json',
      mediaType: 'application/json',
      content: JSON.stringify(Object.assign({}, ...parts), null, 2),
    };
  };

export type ExportData = ReturnType<typeof createExportData>;
