import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { ManageTenants } from '../manage-tenants.js';
import {
  CreateTenantInput,
  InviteTenantAdministratorPayload,
  TenantList,
  TenantPayload,
  UpdateTenantInput,
} from './tenant.payload.js';
import { TenantType } from './tenant.type.js';

@Resolver()
export class TenantResolver {
  constructor(private readonly manageTenants: ManageTenants) {}

  @Allow.authority('SYS_ADMIN')
  @Query(() => TenantList, { description: 'All tenants, by name.' })
  tenants(
    @Ctx() context: ViewerContext,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<TenantList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    return this.manageTenants.list(viewerOf(context), checkSearch('search', search), page);
  }

  @Allow.authority('SYS_ADMIN')
  @Query(() => TenantType, { description: 'One tenant; the system tenant is none.' })
  tenant(@Ctx() context: ViewerContext, @Arg('id', () => ID) id: string): Promise<TenantType> {
    return this.manageTenants.find(viewerOf(context), id);
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => TenantPayload, {
    description: 'Makes a tenant with its default roles, and invites its first administrator.',
  })
  async createTenant(
    @Ctx() context: IdentityContext,
    @Arg('input', () => CreateTenantInput) input: CreateTenantInput,
  ): Promise<TenantPayload> {
    return toPayload('tenant', await this.manageTenants.create(signedInOf(context), input));
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => TenantPayload, { description: 'Renames a tenant.' })
  async updateTenant(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateTenantInput) input: UpdateTenantInput,
  ): Promise<TenantPayload> {
    return toPayload('tenant', await this.manageTenants.update(viewerOf(context), id, input));
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => TenantPayload, {
    description: 'Signs out its people; nobody signs in or up there until it is resumed.',
  })
  async suspendTenant(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<TenantPayload> {
    return toPayload('tenant', await this.manageTenants.suspend(viewerOf(context), id));
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => TenantPayload, { description: 'Lets its people sign in and up again.' })
  async resumeTenant(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<TenantPayload> {
    return toPayload('tenant', await this.manageTenants.resume(viewerOf(context), id));
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => DeletePayload, {
    description: 'Deletes a tenant with all of its people, customers, devices and logs, for good.',
  })
  async deleteTenant(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('confirmation', () => String, { description: "The tenant's name, typed." })
    confirmation: string,
  ): Promise<DeletePayload> {
    const outcome = await this.manageTenants.delete(viewerOf(context), id, confirmation);
    return toPayload('deletedId', outcome);
  }

  @Allow.authority('SYS_ADMIN')
  @Mutation(() => InviteTenantAdministratorPayload, {
    description: 'Invites an administrator by mail; the link is good for 7 days.',
  })
  async inviteTenantAdministrator(
    @Ctx() context: IdentityContext,
    @Arg('tenantId', () => ID, { description: 'Whose administrator.' }) tenantId: string,
    @Arg('email', () => String, { description: 'One address of at most 254 characters.' })
    email: string,
  ): Promise<InviteTenantAdministratorPayload> {
    const { manageTenants } = this;
    const viewer = signedInOf(context);
    const outcome = await manageTenants.inviteAdministrator(viewer, context.http, tenantId, email);
    return { invited: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }
}
