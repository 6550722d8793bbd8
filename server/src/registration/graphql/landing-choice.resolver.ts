import { Arg, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { DashboardType, toDashboardType, type ManageDashboards } from '../../dashboards/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { batched } from '../../platform/graphql/batched.js';
import type { RegistrantReadsDashboard } from '../registrant-reads-dashboard.js';
import { GroupRoleAssignmentInput } from './self-registration.input.js';
import { SelfRegistrationType } from './self-registration.type.js';

@InputType({ description: 'A default dashboard with a table of roles; neither need be saved.' })
class RegistrantCanReadDashboardInput {
  @Field(() => ID, { description: 'NOT_FOUND when the viewer may not see it.' })
  dashboardId!: string;

  @Field(() => [GroupRoleAssignmentInput], {
    description: 'As in the input of a self-registration; at most 200.',
  })
  groupRoleAssignments!: GroupRoleAssignmentInput[];
}

/** What of a sign-up page is about the dashboard that it opens. */
@Resolver(() => SelfRegistrationType)
export class LandingChoiceResolver {
  private readonly dashboard;

  constructor(
    manage: Pick<ManageDashboards, 'findReadable'>,
    private readonly registrantReadsDashboard: RegistrantReadsDashboard,
  ) {
    this.dashboard = batched<ViewerContext, DashboardType>('dashboards', async (context, ids) =>
      (await manage.findReadable(viewerOf(context), ids)).map(toDashboardType),
    );
  }

  @FieldResolver(() => DashboardType, {
    nullable: true,
    description: 'What registrants see after signing in; null: Home, or the viewer may not see it.',
  })
  defaultDashboard(
    @Ctx() context: ViewerContext,
    @Root() { defaultDashboardId }: SelfRegistrationType,
  ): Promise<DashboardType | null> {
    return this.dashboard(context, defaultDashboardId);
  }

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => Boolean, {
    description: 'Whether who registers with these roles may read the dashboard.',
  })
  registrantCanReadDashboard(
    @Ctx() context: ViewerContext,
    @Arg('input', () => RegistrantCanReadDashboardInput) input: RegistrantCanReadDashboardInput,
  ): Promise<boolean> {
    const assignments = input.groupRoleAssignments.map(({ roleId, entityGroupId = null }) => ({
      roleId,
      entityGroupId,
    }));
    return this.registrantReadsDashboard(viewerOf(context), input.dashboardId, assignments);
  }
}
