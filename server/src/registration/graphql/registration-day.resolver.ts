import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { ReadRegistrationDays, RegistrationDay } from '../registration-days.js';

@ObjectType('RegistrationDay', { description: 'What happened on one day.' })
class RegistrationDayType implements RegistrationDay {
  @Field(() => String, { description: '`YYYY-MM-DD`, in UTC.' })
  date!: string;

  @Field(() => Int, { description: 'Forms that were submitted.' })
  registered!: number;

  @Field(() => Int, { description: 'Accounts that were activated.' })
  activated!: number;
}

@Resolver()
export class RegistrationDayResolver {
  constructor(private readonly readDays: ReadRegistrationDays) {}

  @Allow.permission('REGISTRATION', 'READ')
  @Query(() => [RegistrationDayType], { description: 'Every day up to today, oldest first.' })
  registrationsOverTime(
    @Ctx() context: ViewerContext,
    @Arg('days', () => Int, { description: 'How many, 1 to 365.' }) days: number,
  ): Promise<RegistrationDayType[]> {
    return this.readDays(viewerOf(context), days);
  }
}
