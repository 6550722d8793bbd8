import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { ReadRegistrationsOverTime } from '../registrations-over-time.js';

@ObjectType({ description: 'How many people signed up on one day, UTC.' })
class RegistrationDay {
  @Field(() => GraphQLDateTime, { description: 'Start of the day.' })
  date!: Date;

  @Field(() => Int, {
    description: 'Who sent the form; the never activated until they are purged.',
  })
  registered!: number;

  @Field(() => Int, { description: 'Who activated, whenever they registered.' })
  activated!: number;
}

@Resolver(() => RegistrationDay)
export class RegistrationsOverTimeResolver {
  constructor(private readonly read: ReadRegistrationsOverTime) {}

  @Allow.permission('REGISTRATION', 'READ')
  @Query(() => [RegistrationDay], { description: 'Every day up to today, the oldest first.' })
  registrationsOverTime(
    @Ctx() context: ViewerContext,
    @Arg('days', () => Int, { description: '7 to 365.' }) days: number,
  ): Promise<RegistrationDay[]> {
    return this.read(viewerOf(context), days);
  }
}
