import { holdsSomewhere, type Access, type Role, type Viewer } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import { forbidden, notFound } from '../platform/failures.js';
import type { Page } from '../platform/page.js';
import type { Transact } from '../platform/transaction.js';
import { createTenantOfUser, type ActOnUser } from './act-on-user.js';
import { isAlive, type Session } from './session.js';
import type { SessionRepository } from './session-repository.js';
import type {
  DetailedUser,
  FindTenantOfAdministrator,
  UserDirectory,
  UserFilter,
} from './user-directory.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly userDirectory: UserDirectory;
  readonly findTenantOfAdministrator: FindTenantOfAdministrator;
  readonly roles: Pick<Access['roles'], 'findMany'>;
  readonly sessions: SessionRepository;
  readonly actOnUser: ActOnUser;
}

/** With the roles joined: a list resolves nothing row by row. */
export type ListedUser = DetailedUser & { readonly heldRoles: readonly Role[] };

const requireReading = ({ principal }: Viewer): void => {
  if (principal.authority === 'SYS_ADMIN' || holdsSomewhere(principal, 'USER', 'READ')) return;
  throw forbidden('USER:READ');
};

/** The people that the viewer may read; system administrators read each other. */
export const createListUsers = (deps: Deps) => {
  const tenantOf = createTenantOfUser(deps.findTenantOfAdministrator);
  return {
    list: async (
      viewer: Viewer,
      query: Parameters<UserDirectory['list']>[2],
    ): Promise<Page<ListedUser>> => {
      requireReading(viewer);
      return deps.transact(viewer.principal.tenantId, async (tx) => {
        const page = await deps.userDirectory.list(tx, viewer.principal, query);
        const roleIds = new Set(page.rows.flatMap(({ details }) => details.roleIds));
        const roles = roleIds.size > 0 ? await deps.roles.findMany(tx, [...roleIds]) : [];
        const rows = page.rows.map((user) => ({
          ...user,
          heldRoles: roles.filter(({ id }) => user.details.roleIds.includes(id)),
        }));
        return { ...page, rows };
      });
    },

    count: (viewer: Viewer, filter: UserFilter): Promise<number> =>
      deps.transact(viewer.principal.tenantId, (tx) =>
        deps.userDirectory.count(tx, viewer.principal, filter),
      ),

    find: async (viewer: Viewer, id: string): Promise<DetailedUser> => {
      requireReading(viewer);
      const user = await deps.transact(await tenantOf(viewer, id), (tx) =>
        deps.userDirectory.find(tx, viewer.principal, id),
      );
      if (!user) throw notFound('user');
      return user;
    },

    /** Where somebody is signed in, newest use first. */
    sessionsOf: (viewer: Viewer, userId: string): Promise<Session[]> =>
      deps.actOnUser(viewer, userId, 'READ', async (tx, user) => {
        const all = await deps.sessions.listOf(tx, user.id);
        return all.filter((session) => isAlive(session, user.authority, deps.clock.now()));
      }),
  };
};

export type ListUsers = ReturnType<typeof createListUsers>;
