import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { batched } from '../../platform/graphql/batched.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { SelfRegistrationType } from '../../registration/index.js';
import type { ReadRoleDrift } from '../read-role-drift.js';
import type { StartRoleRollout } from '../start-role-rollout.js';
import type { StopRoleRollout } from '../stop-role-rollout.js';
import { RoleRolloutPayload, RoleRolloutType } from './role-rollout.type.js';

const payloadOf = (outcome: Awaited<ReturnType<StartRoleRollout>>): RoleRolloutPayload => {
  const { roleRollout, userErrors } = toPayload('roleRollout', outcome);
  return {
    ...(roleRollout && { roleRollout: Object.assign(new RoleRolloutType(), roleRollout) }),
    userErrors,
  };
};

/** What is told of a page beside its settings: who differs, and how far a rollout has come. */
@Resolver(() => SelfRegistrationType)
export class RoleRolloutResolver {
  private readonly countOf;
  private readonly rolloutOf;

  constructor(
    private readonly startRollout: StartRoleRollout,
    private readonly stopRollout: StopRoleRollout,
    drift: ReadRoleDrift,
  ) {
    this.countOf = batched<ViewerContext, { count: number }>(
      'drifted customers',
      async (context, ids) => {
        const counts = await drift.count(viewerOf(context), ids);
        return [...counts].map(([id, count]) => ({ id, count }));
      },
    );
    this.rolloutOf = batched<ViewerContext, { rollout: RoleRolloutType }>(
      'rollouts of pages',
      async (context, ids) => {
        const found = await drift.latestRollouts(viewerOf(context), ids);
        return found.map((rollout) => ({
          id: rollout.selfRegistrationId,
          rollout: Object.assign(new RoleRolloutType(), rollout),
        }));
      },
    );
  }

  @Allow.permission('SELF_REGISTRATION', 'WRITE')
  @Mutation(() => RoleRolloutPayload, {
    description:
      'Gives the roles of a page to all who registered on it before, and takes what it no longer gives.',
  })
  async applyRolesToCustomers(
    @Ctx() context: ViewerContext,
    @Arg('selfRegistrationId', () => ID, { description: 'The page.' }) id: string,
    @Arg('revision', () => Int, { description: 'The one that the viewer saw.' }) revision: number,
  ): Promise<RoleRolloutPayload> {
    return payloadOf(await this.startRollout(viewerOf(context), id, revision));
  }

  @Allow.permission('SELF_REGISTRATION', 'WRITE')
  @Mutation(() => RoleRolloutPayload, {
    description:
      'Stops applying roles. Who has them by now keeps them; the others stay as they are.',
  })
  async stopRoleRollout(
    @Ctx() context: ViewerContext,
    @Arg('selfRegistrationId', () => ID, { description: 'The page.' }) id: string,
  ): Promise<RoleRolloutPayload> {
    return payloadOf(await this.stopRollout(viewerOf(context), id));
  }

  @FieldResolver(() => Int, {
    description: 'Customers who hold other roles than the page gives now, up to 10,000.',
  })
  async driftedCustomerCount(
    @Ctx() context: ViewerContext,
    @Root() { id }: SelfRegistrationType,
  ): Promise<number> {
    return (await this.countOf(context, id))?.count ?? 0;
  }

  @FieldResolver(() => RoleRolloutType, {
    nullable: true,
    description: 'The newest rollout of its roles; null before the first one.',
  })
  async roleRollout(
    @Ctx() context: ViewerContext,
    @Root() { id }: SelfRegistrationType,
  ): Promise<RoleRolloutType | null> {
    return (await this.rolloutOf(context, id))?.rollout ?? null;
  }
}
