import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { checkPageSize, decodeIdCursor, encodeCursor } from '../../platform/graphql/connection.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ManageGroupMembers } from '../manage-group-members.js';
import { viewerOf, type ViewerContext } from '../viewer.js';
import { EntityGroupPayload } from './entity-group.payload.js';
import { EntityReferenceConnection } from './entity-reference.type.js';

@Resolver()
export class GroupMemberResolver {
  constructor(private readonly manageMembers: ManageGroupMembers) {}

  @Allow.signedIn()
  @Query(() => EntityReferenceConnection, {
    description: 'What a group holds and the viewer may read, oldest first.',
  })
  async entityGroupMembers(
    @Ctx() context: ViewerContext,
    @Arg('groupId', () => ID) groupId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<EntityReferenceConnection> {
    const size = checkPageSize('first', first);
    const afterId = decodeIdCursor(after);
    const page = await this.manageMembers.list(viewerOf(context), groupId, size, afterId);
    const last = page.rows.at(-1);
    return {
      nodes: page.rows,
      pageInfo: { hasNextPage: page.hasNextPage, endCursor: last ? encodeCursor([last.id]) : null },
    };
  }

  @Allow.signedIn()
  @Mutation(() => EntityGroupPayload, {
    description: 'Puts entities into a group; whoever holds roles on it gets them on these, too.',
  })
  async addToEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('groupId', () => ID) groupId: string,
    @Arg('entityIds', () => [ID], { description: 'At most 1,000.' }) entityIds: string[],
  ): Promise<EntityGroupPayload> {
    const viewer = viewerOf(context);
    return toPayload('entityGroup', await this.manageMembers.add(viewer, groupId, entityIds));
  }

  @Allow.signedIn()
  @Mutation(() => EntityGroupPayload, { description: 'Takes entities out of a group.' })
  async removeFromEntityGroup(
    @Ctx() context: ViewerContext,
    @Arg('groupId', () => ID) groupId: string,
    @Arg('entityIds', () => [ID], { description: 'At most 1,000.' }) entityIds: string[],
  ): Promise<EntityGroupPayload> {
    const viewer = viewerOf(context);
    return toPayload('entityGroup', await this.manageMembers.remove(viewer, groupId, entityIds));
  }
}
