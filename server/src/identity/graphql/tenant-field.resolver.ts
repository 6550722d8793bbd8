import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { DomainType, type ManageDomains } from '../../domains/index.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { ManageTenants } from '../manage-tenants.js';
import type { TenantCounts } from '../tenant-repository.js';
import { TenantType } from './tenant.type.js';
import { UserType } from './user.type.js';

const countsKey = Symbol('counts of tenants');

/** What system administrators see of tenants; looked up only when asked for. */
@Resolver(() => TenantType)
export class TenantFieldResolver {
  constructor(
    private readonly manageTenants: ManageTenants,
    private readonly manageDomains: ManageDomains,
  ) {}

  @FieldResolver(() => Int, { description: 'System administrators only.' })
  async userCount(@Ctx() context: ViewerContext, @Root() tenant: TenantType): Promise<number> {
    return (await this.counts(context, tenant)).users;
  }

  @FieldResolver(() => Int, { description: 'System administrators only.' })
  async customerCount(@Ctx() context: ViewerContext, @Root() tenant: TenantType): Promise<number> {
    return (await this.counts(context, tenant)).customers;
  }

  @FieldResolver(() => Int, { description: 'System administrators only.' })
  async selfRegistrationCount(
    @Ctx() context: ViewerContext,
    @Root() tenant: TenantType,
  ): Promise<number> {
    return (await this.counts(context, tenant)).selfRegistrations;
  }

  @FieldResolver(() => Int, { description: 'System administrators only.' })
  async deviceCount(@Ctx() context: ViewerContext, @Root() tenant: TenantType): Promise<number> {
    return (await this.counts(context, tenant)).devices;
  }

  @FieldResolver(() => [UserType], {
    description: 'Newest first, at most 100, invited ones included. System administrators only.',
  })
  async administrators(
    @Ctx() context: ViewerContext,
    @Root() tenant: TenantType,
  ): Promise<readonly UserType[]> {
    const found = await this.manageTenants.administratorsOf(viewerOf(context), tenant.id);
    return found as readonly UserType[];
  }

  @FieldResolver(() => [DomainType], {
    description: 'By host, at most 100. System administrators only.',
  })
  async domains(
    @Ctx() context: ViewerContext,
    @Root() tenant: TenantType,
  ): Promise<readonly DomainType[]> {
    return (await this.manageDomains.listOfTenant(viewerOf(context), tenant.id)).items;
  }

  /** Four fields, one look-up. */
  private counts(context: ViewerContext, { id }: TenantType): Promise<TenantCounts> {
    const known = requestLoader(context, countsKey, () => new Map<string, Promise<TenantCounts>>());
    const asked = known.get(id) ?? this.manageTenants.countsOf(viewerOf(context), id);
    known.set(id, asked);
    return asked;
  }
}
