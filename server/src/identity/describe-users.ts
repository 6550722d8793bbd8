import type { Access, EntityGroup, Operation, Role, Viewer } from '../access/index.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { OperationsOnUsers } from './operations-on-users.js';
import type { UserDetails, UserDirectory } from './user-directory.js';
import type { User } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly userDirectory: UserDirectory;
  readonly operationsOnUsers: OperationsOnUsers;
  readonly roles: Pick<Access['roles'], 'findMany'>;
  readonly groups: Pick<Access['groups'], 'findMany'>;
}

type Row = Pick<User, 'tenantId'>;

const gone: UserDetails = { locked: false, groupIds: [], roleIds: [] };

/** What is shown beside users whom the viewer sees already, for many at once. */
export const createDescribeUsers = (deps: Deps) => {
  /** One transaction for each tenant among the rows, which is one but for system administrators. */
  const perTenant = async <R extends Row, T>(
    rows: readonly R[],
    look: (tx: Tx, own: readonly R[]) => Promise<(row: R) => T>,
  ): Promise<T[]> => {
    const answers = new Map<string, (row: R) => T>();
    for (const tenantId of new Set(rows.map((row) => row.tenantId))) {
      const own = rows.filter((row) => row.tenantId === tenantId);
      answers.set(tenantId, await deps.transact(tenantId, (tx) => look(tx, own)));
    }
    return rows.map((row) => {
      const answer = answers.get(row.tenantId);
      if (!answer) throw new Error('A tenant was not asked.');
      return answer(row);
    });
  };

  return {
    detailsOf: (users: readonly User[]): Promise<UserDetails[]> =>
      perTenant(users, async (tx, own) => {
        const found = await deps.userDirectory.detailsOf(
          tx,
          own.map(({ id }) => id),
        );
        return ({ id }) => found.get(id) ?? gone;
      }),

    rolesOf: (users: readonly (User & { details: UserDetails })[]): Promise<Role[][]> =>
      perTenant(users, async (tx, own) => {
        const ids = new Set(own.flatMap(({ details }) => details.roleIds));
        const roles = await deps.roles.findMany(tx, [...ids]);
        return ({ details }) => roles.filter(({ id }) => details.roleIds.includes(id));
      }),

    groupsOf: (users: readonly (User & { details: UserDetails })[]): Promise<EntityGroup[][]> =>
      perTenant(users, async (tx, own) => {
        const ids = new Set(own.flatMap(({ details }) => details.groupIds));
        const groups = await deps.groups.findMany(tx, [...ids]);
        return ({ details }) => groups.filter(({ id }) => details.groupIds.includes(id));
      }),

    operationsOn: (viewer: Viewer, users: readonly User[]): Promise<(readonly Operation[])[]> =>
      perTenant(users, async (tx, own) => {
        const operations = await deps.operationsOnUsers(tx, viewer, own);
        return ({ id }) => operations.get(id) ?? [];
      }),
  };
};

export type DescribeUsers = ReturnType<typeof createDescribeUsers>;
