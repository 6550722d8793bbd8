import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { EntityGroupType, RoleType, viewerOf, type ViewerContext } from '../../access/index.js';
import { CustomerType, type LoadCustomer } from '../../customers/index.js';
import { badUserInput } from '../../platform/failures.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeCursor,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import type { DriftPosition, References } from '../../registration/index.js';
import type { ReadRoleDrift } from '../read-role-drift.js';
import {
  DriftedCustomerConnection,
  DriftedCustomerType,
  RegistrantGrant,
} from './role-drift.type.js';

const isHash = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const positionOf = (cursor: string | null | undefined): DriftPosition | null => {
  if (cursor == null) return null;
  const [grantsHeld = '', userGroupId = ''] = decodeCursor(cursor, 2);
  if (!isHash.test(grantsHeld)) throw badUserInput('`after` is not a cursor of this list.');
  return { grantsHeld, userGroupId };
};

@Resolver(() => DriftedCustomerType)
export class DriftedCustomerResolver {
  constructor(
    private readonly drift: ReadRoleDrift,
    private readonly loadCustomer: LoadCustomer,
  ) {}

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => DriftedCustomerConnection, {
    description: 'Customers of a page who hold other roles than it gives, equal ones together.',
  })
  async driftedCustomers(
    @Ctx() context: ViewerContext,
    @Arg('selfRegistrationId', () => ID, { description: 'The page.' }) id: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<DriftedCustomerType>> {
    const viewer = viewerOf(context);
    const size = checkPageSize('first', first);
    const page = await this.drift.list(viewer, id, size, positionOf(after));
    return toConnection(
      page,
      ({ grantsHeld, userGroupId }) => [grantsHeld, userGroupId],
      async () => (await this.drift.count(viewer, [id])).get(id) ?? 0,
    );
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'null where it is not seen.' })
  customer(
    @Ctx() context: ViewerContext,
    @Root() { customerId }: DriftedCustomerType,
  ): Promise<CustomerType | null> {
    return this.loadCustomer(context, customerId);
  }
}

@Resolver(() => RegistrantGrant)
export class RegistrantGrantResolver {
  constructor(private readonly references: Pick<References, 'role' | 'entityGroup'>) {}

  @FieldResolver(() => RoleType, { nullable: true, description: 'null once it is deleted.' })
  role(
    @Ctx() context: ViewerContext,
    @Root() { roleId }: RegistrantGrant,
  ): Promise<RoleType | null> {
    return this.references.role(context, roleId);
  }

  @FieldResolver(() => EntityGroupType, { nullable: true, description: 'null for a generic role.' })
  entityGroup(
    @Ctx() context: ViewerContext,
    @Root() { entityGroupId }: RegistrantGrant,
  ): Promise<EntityGroupType | null> {
    return this.references.entityGroup(context, entityGroupId);
  }
}
