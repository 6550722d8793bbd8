import type { Operation, Ownership, Viewer } from '../access/index.js';
import type { Tx } from '../platform/transaction.js';
import type { User } from './user.js';

/** What the viewer may do with users of the transaction's tenant, by their id. */
export type OperationsOnUsers = (
  tx: Tx,
  viewer: Viewer,
  users: readonly User[],
) => Promise<ReadonlyMap<string, readonly Operation[]>>;

/** No role describes what system administrators do with administrators. */
const bySystemAdministrator = (viewer: Viewer, user: User): readonly Operation[] => {
  if (user.id === viewer.principal.userId) return ['READ', 'WRITE'];
  if (user.authority === 'SYS_ADMIN') return ['READ', 'WRITE', 'DELETE'];
  return user.authority === 'TENANT_ADMIN' ? ['READ', 'WRITE', 'DELETE', 'IMPERSONATE'] : [];
};

export const createOperationsOnUsers =
  (ownership: Ownership): OperationsOnUsers =>
  (tx, viewer, users) => {
    if (viewer.principal.authority === 'SYS_ADMIN') {
      const entries = users.map((user) => [user.id, bySystemAdministrator(viewer, user)] as const);
      return Promise.resolve(new Map(entries));
    }
    const rows = users.map(({ id, customerId }) => ({ id, ownerCustomerId: customerId }));
    return ownership.operationsOn(tx, viewer.principal, 'USER', rows);
  };
