import DataLoader from 'dataloader';
import {
  viewerOf,
  type EntityGroup,
  type Operation,
  type Role,
  type ViewerContext,
} from '../../access/index.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { DescribeUsers } from '../describe-users.js';
import type { UserDetails } from '../user-directory.js';
import type { User } from '../user.js';

type Detailed = User & { details: UserDetails };

const keys = {
  details: Symbol('details of users'),
  roles: Symbol('roles of users'),
  groups: Symbol('groups of users'),
  operations: Symbol('operations on users'),
};

const byId = { cacheKeyFn: ({ id }: User): string => id };

/** What is asked of users one by one is looked up for all of them at once. */
export const createUserLoaders = (describe: DescribeUsers) => {
  const details = async (context: ViewerContext, user: User): Promise<Detailed> => {
    const loader = requestLoader(
      context,
      keys.details,
      () => new DataLoader<User, UserDetails, string>((users) => describe.detailsOf(users), byId),
    );
    return { ...user, details: await loader.load(user) };
  };
  return {
    details,

    roles: async (context: ViewerContext, user: User): Promise<Role[]> =>
      requestLoader(
        context,
        keys.roles,
        () => new DataLoader<Detailed, Role[], string>((users) => describe.rolesOf(users), byId),
      ).load(await details(context, user)),

    groups: async (context: ViewerContext, user: User): Promise<EntityGroup[]> =>
      requestLoader(
        context,
        keys.groups,
        () =>
          new DataLoader<Detailed, EntityGroup[], string>(
            (users) => describe.groupsOf(users),
            byId,
          ),
      ).load(await details(context, user)),

    operations: (context: ViewerContext, user: User): Promise<readonly Operation[]> => {
      const viewer = viewerOf(context);
      return requestLoader(
        context,
        keys.operations,
        () =>
          new DataLoader<User, readonly Operation[], string>(
            (users) => describe.operationsOn(viewer, users),
            byId,
          ),
      ).load(user);
    },
  };
};

export type UserLoaders = ReturnType<typeof createUserLoaders>;
