import type { Operation, Viewer } from '../access/index.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { OperationsOnUsers } from './operations-on-users.js';
import type { FindTenantOfAdministrator, UserDirectory } from './user-directory.js';
import type { User } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly userDirectory: UserDirectory;
  readonly findTenantOfAdministrator: FindTenantOfAdministrator;
  readonly operationsOnUsers: OperationsOnUsers;
}

/**
 * Does something with one user, in a transaction in which nobody else changes that user.
 * @throws NOT_FOUND for whom the viewer may not read, FORBIDDEN without the operation
 */
export type ActOnUser = <T>(
  viewer: Viewer,
  id: string,
  operation: Operation,
  act: (tx: Tx, user: User) => Promise<T>,
) => Promise<T>;

/** In which tenant to look for somebody; system administrators reach the administrators of all. */
export const createTenantOfUser =
  (findTenantOfAdministrator: FindTenantOfAdministrator) =>
  async ({ principal }: Viewer, id: string): Promise<string> => {
    if (!isId(id)) throw notFound('user');
    if (principal.authority !== 'SYS_ADMIN') return principal.tenantId;
    const tenantId = await findTenantOfAdministrator(id);
    if (tenantId === null) throw notFound('user');
    return tenantId;
  };

export const createActOnUser = (deps: Deps): ActOnUser => {
  const tenantOf = createTenantOfUser(deps.findTenantOfAdministrator);
  return async (viewer, id, operation, act) => {
    const tenantId = await tenantOf(viewer, id);
    return deps.transact(tenantId, async (tx) => {
      const user = await deps.userDirectory.findForChange(tx, viewer.principal, id);
      if (!user) throw notFound('user');
      const operations = await deps.operationsOnUsers(tx, viewer, [user]);
      if (!operations.get(id)?.includes(operation)) throw forbidden(`USER:${operation}`);
      return act(tx, user);
    });
  };
};
