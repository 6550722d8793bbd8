import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ManageBranding } from '../manage-branding.js';
import { BrandingPayload, BrandingType, SaveBrandingInput } from './branding.type.js';

const domainArgument = {
  nullable: true,
  description: 'A domain of the tenant; absent: the whole tenant.',
} as const;

@Resolver()
export class BrandingResolver {
  constructor(private readonly manage: ManageBranding) {}

  @Allow.permission('BRANDING', 'READ')
  @Query(() => BrandingType, { description: 'How pages look. NOT_FOUND: no such domain.' })
  branding(
    @Ctx() context: ViewerContext,
    @Arg('domainId', () => ID, domainArgument) domainId: string | null,
  ): Promise<BrandingType> {
    return this.manage.find(viewerOf(context), domainId ?? null);
  }

  @Allow.permission('BRANDING', 'WRITE')
  @Mutation(() => BrandingPayload, { description: 'Changes how pages look, at once.' })
  async saveBranding(
    @Ctx() context: ViewerContext,
    @Arg('domainId', () => ID, domainArgument) domainId: string | null,
    @Arg('input', () => SaveBrandingInput) input: SaveBrandingInput,
  ): Promise<BrandingPayload> {
    const outcome = await this.manage.save(viewerOf(context), domainId ?? null, input);
    return toPayload('branding', outcome);
  }
}
