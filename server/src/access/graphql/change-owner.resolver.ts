import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ChangeOwner } from '../change-owner.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import { ChangeOwnerInput, ChangeOwnerPayload } from './change-owner.type.js';

@Resolver()
export class ChangeOwnerResolver {
  constructor(private readonly change: ChangeOwner) {}

  @Allow.signedIn()
  @Mutation(() => ChangeOwnerPayload, {
    description:
      'Gives an entity to another owner. It leaves the groups of those who owned it and no longer do.',
  })
  async changeOwner(
    @Ctx() context: ViewerContext,
    @Arg('input', () => ChangeOwnerInput) input: ChangeOwnerInput,
  ): Promise<ChangeOwnerPayload> {
    const { type, id, ownerCustomerId } = input;
    const changed = await this.change(viewerOf(context), { type, id, ownerCustomerId });
    return toPayload('entity', changed);
  }
}
