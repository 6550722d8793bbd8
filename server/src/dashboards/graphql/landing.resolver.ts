import { Ctx, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Me } from '../../identity/index.js';
import type { FindLanding } from '../find-landing.js';
import { DashboardType, toDashboardType } from './dashboard.type.js';

@ObjectType({ description: 'What somebody sees after signing in.' })
class Landing {
  @Field(() => DashboardType, {
    nullable: true,
    description: 'Null: Home. Also when it is gone, or they may not or not yet see it.',
  })
  dashboard!: DashboardType | null;

  @Field(() => Boolean, { description: 'Shows dashboards without the rest. False on Home.' })
  alwaysFullscreen!: boolean;
}

@Resolver(() => Me)
export class LandingResolver {
  constructor(private readonly findLanding: FindLanding) {}

  @FieldResolver(() => Landing, {
    description: 'As the sign-up page said when the account was activated; Home for others.',
  })
  async landing(@Ctx() context: ViewerContext): Promise<Landing> {
    const { dashboard, alwaysFullscreen } = await this.findLanding(viewerOf(context));
    return { dashboard: dashboard && toDashboardType(dashboard), alwaysFullscreen };
  }
}
