import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { UserType } from '../../identity/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { batched } from '../../platform/graphql/batched.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { ok } from '../../platform/result.js';
import type { Landing } from '../landing.js';
import type { LandingsOfUsers } from '../landings-of-users.js';
import type { ManageDashboards } from '../manage-dashboards.js';
import { DashboardType, toDashboardType } from './dashboard.type.js';
import { UserLandingInput, UserLandingPayload, UserLandingType } from './user-landing.type.js';

const toType = (userId: string, landing: Landing | null): UserLandingType => ({
  userId,
  dashboardId: landing?.dashboardId ?? null,
  alwaysFullscreen: landing?.alwaysFullscreen ?? false,
});

/** Tells of users, who stand below this slice, where they land. */
@Resolver(() => UserType)
export class UserLandingResolver {
  private readonly landingOf;

  constructor(private readonly landingsOfUsers: LandingsOfUsers) {
    this.landingOf = batched<ViewerContext, { landing: Landing }>(
      'landings',
      async (context, ids) =>
        [...(await landingsOfUsers.findMany(viewerOf(context), ids))].map(([id, landing]) => ({
          id,
          landing,
        })),
    );
  }

  @FieldResolver(() => UserLandingType, {
    description: 'As their sign-up page said when they activated, or an administrator since.',
  })
  async landing(@Ctx() context: ViewerContext, @Root() { id }: UserType): Promise<UserLandingType> {
    return toType(id, (await this.landingOf(context, id))?.landing ?? null);
  }

  @Allow.permission('USER', 'WRITE')
  @Mutation(() => UserLandingPayload, {
    description: 'Says where somebody lands after signing in, from the next time on.',
  })
  async setUserLanding(
    @Ctx() context: ViewerContext,
    @Arg('userId', () => ID) userId: string,
    @Arg('input', () => UserLandingInput) input: UserLandingInput,
  ): Promise<UserLandingPayload> {
    const saved = await this.landingsOfUsers.save(viewerOf(context), userId, input);
    return toPayload('landing', saved.ok ? ok(toType(userId, saved.value)) : saved);
  }
}

/** What of a landing needs a look-up. */
@Resolver(() => UserLandingType)
export class UserLandingFieldResolver {
  private readonly dashboardOf;

  constructor(
    manage: Pick<ManageDashboards, 'findReadable'>,
    private readonly landingsOfUsers: LandingsOfUsers,
  ) {
    this.dashboardOf = batched<ViewerContext, DashboardType>(
      'dashboards of landings',
      async (context, ids) =>
        (await manage.findReadable(viewerOf(context), ids)).map(toDashboardType),
    );
  }

  @FieldResolver(() => DashboardType, {
    nullable: true,
    description: 'Null on Home, and when the viewer may not see it.',
  })
  dashboard(
    @Ctx() context: ViewerContext,
    @Root() { dashboardId }: UserLandingType,
  ): Promise<DashboardType | null> {
    return this.dashboardOf(context, dashboardId);
  }

  @FieldResolver(() => Boolean, {
    description: 'False: the person may not see the dashboard, and lands on Home until they may.',
  })
  async isReadable(
    @Ctx() context: ViewerContext,
    @Root() { userId, dashboardId }: UserLandingType,
  ): Promise<boolean> {
    if (dashboardId === null) return true;
    return this.landingsOfUsers.canRead(viewerOf(context), userId, dashboardId);
  }
}
