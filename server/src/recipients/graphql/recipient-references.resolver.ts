import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  EntityGroupType,
  RoleType,
  viewerOf,
  type EntityGroup,
  type Role,
  type ViewerContext,
} from '../../access/index.js';
import { CustomerType, type LoadCustomer } from '../../customers/index.js';
import { UserType } from '../../identity/index.js';
import { batched } from '../../platform/graphql/batched.js';
import type { Transact, Tx } from '../../platform/transaction.js';
import { NotificationRecipientType } from './recipient.type.js';

type FindMany<T> = (tx: Tx, ids: readonly string[]) => Promise<readonly T[]>;

export interface RecipientReferencesDeps {
  readonly transact: Transact;
  readonly loadCustomer: LoadCustomer;
  readonly findUsers: FindMany<{ readonly id: string }>;
  readonly findGroups: FindMany<EntityGroup>;
  readonly findRoles: FindMany<Role>;
}

/** What a recipient names, looked up at once for all recipients of a request. */
@Resolver(() => NotificationRecipientType)
export class RecipientReferencesResolver {
  private readonly loadUser;
  private readonly loadGroup;
  private readonly loadRole;
  private readonly loadCustomer;

  constructor({ transact, ...deps }: RecipientReferencesDeps) {
    const inTenant =
      <T>(findMany: FindMany<T>) =>
      (context: ViewerContext, ids: readonly string[]): Promise<readonly T[]> =>
        transact(viewerOf(context).principal.tenantId, (tx) => findMany(tx, ids));
    this.loadUser = batched('users of recipients', inTenant(deps.findUsers));
    this.loadGroup = batched('groups of recipients', inTenant(deps.findGroups));
    this.loadRole = batched('roles of recipients', inTenant(deps.findRoles));
    this.loadCustomer = deps.loadCustomer;
  }

  @FieldResolver(() => [UserType], { description: 'Of USERS; empty otherwise.' })
  users(
    @Ctx() context: ViewerContext,
    @Root() { userIds }: NotificationRecipientType,
  ): Promise<UserType[]> {
    return loadAll(userIds, (id) => this.loadUser(context, id)) as Promise<UserType[]>;
  }

  @FieldResolver(() => [CustomerType], { description: 'Of CUSTOMER_USERS; empty otherwise.' })
  customers(
    @Ctx() context: ViewerContext,
    @Root() { customerIds }: NotificationRecipientType,
  ): Promise<CustomerType[]> {
    return loadAll(customerIds, (id) => this.loadCustomer(context, id));
  }

  @FieldResolver(() => [EntityGroupType], { description: 'Of USER_GROUPS; empty otherwise.' })
  userGroups(
    @Ctx() context: ViewerContext,
    @Root() { userGroupIds }: NotificationRecipientType,
  ): Promise<EntityGroupType[]> {
    const found = loadAll<EntityGroup>(userGroupIds, (id) => this.loadGroup(context, id));
    return found as Promise<EntityGroupType[]>;
  }

  @FieldResolver(() => [RoleType], { description: 'Of ROLES; empty otherwise.' })
  roles(
    @Ctx() context: ViewerContext,
    @Root() { roleIds }: NotificationRecipientType,
  ): Promise<RoleType[]> {
    return loadAll<Role>(roleIds, (id) => this.loadRole(context, id)) as unknown as Promise<
      RoleType[]
    >;
  }
}

/** What still exists and may be seen. */
const loadAll = async <T>(
  ids: readonly string[],
  load: (id: string) => Promise<T | null>,
): Promise<T[]> => {
  const found = await Promise.all(ids.map(load));
  return found.filter((item): item is Awaited<T> & T => item !== null);
};
