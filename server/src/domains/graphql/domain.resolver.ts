import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { BaseAddress } from '../base-address.js';
import type { ManageDomains } from '../manage-domains.js';
import { CreateDomainInput } from './domain.input.js';
import { DomainPayload } from './domain.payload.js';
import { DomainList, DomainType } from './domain.type.js';

@Resolver(() => DomainType)
export class DomainResolver {
  constructor(
    private readonly manageDomains: ManageDomains,
    private readonly baseAddressOf: BaseAddress,
  ) {}

  @Allow.permission('DOMAIN', 'READ')
  @Query(() => DomainList, { description: "The tenant's domains, by host." })
  domains(
    @Ctx() context: ViewerContext,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<DomainList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    return this.manageDomains.list(viewerOf(context), checkSearch('search', search), page);
  }

  @Allow.permission('DOMAIN', 'READ')
  @Query(() => DomainType, { description: "NOT_FOUND when it is not one of the tenant's." })
  domain(@Ctx() context: ViewerContext, @Arg('id', () => ID) id: string): Promise<DomainType> {
    return this.manageDomains.find(viewerOf(context), id);
  }

  @Allow.authority('SYS_ADMIN', 'TENANT_ADMIN')
  @Mutation(() => DomainPayload, {
    description: 'Adds a host name. Other than localhost names only system administrators add.',
  })
  async createDomain(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateDomainInput) input: CreateDomainInput,
  ): Promise<DomainPayload> {
    return toPayload('domain', await this.manageDomains.create(viewerOf(context), input));
  }

  @Allow.permission('DOMAIN', 'DELETE')
  @Mutation(() => DeletePayload, { description: 'Removes a domain that no sign-up page uses.' })
  async deleteDomain(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manageDomains.delete(viewerOf(context), id));
  }

  @FieldResolver(() => String, { description: 'Scheme, host and port; ends without a slash.' })
  baseAddress(@Root() domain: DomainType): string {
    return this.baseAddressOf(domain.host);
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'DOMAIN');
  }
}
