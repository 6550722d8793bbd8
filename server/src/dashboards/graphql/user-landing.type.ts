import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { LandingErrorCode as Code } from '../landings-of-users.js';

@ObjectType('UserLanding', { description: 'What a person sees after signing in.' })
export class UserLandingType {
  userId!: string;

  @Field(() => ID, { nullable: true, description: 'Null: Home.' })
  dashboardId!: string | null;

  @Field(() => Boolean, { description: 'Shows dashboards without the rest. False on Home.' })
  alwaysFullscreen!: boolean;
}

@InputType('UserLandingInput', { description: 'Where somebody lands; what is absent stays.' })
export class UserLandingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'One that the viewer may see; null: Home.',
  })
  dashboardId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only with a dashboard.' })
  alwaysFullscreen?: boolean | null;
}

const LandingErrorCode: { readonly [C in Code]: C } = {
  NOT_FOUND: 'NOT_FOUND',
  DASHBOARD_MISSING: 'DASHBOARD_MISSING',
};
registerEnumType(LandingErrorCode, {
  name: 'UserLandingErrorCode',
  description: 'Why somebody does not land there.',
  valuesConfig: {
    NOT_FOUND: { description: 'The dashboard does not exist for the viewer.' },
    DASHBOARD_MISSING: { description: 'Fullscreen without a dashboard.' },
  },
});

@ObjectType({ implements: UserError, description: 'A fault of a landing.' })
export class UserLandingUserError extends UserError {
  @Field(() => LandingErrorCode)
  code!: Code;
}

@ObjectType({ description: 'Where the person lands from now on, or what is wrong.' })
export class UserLandingPayload {
  @Field(() => UserLandingType, { nullable: true })
  landing?: UserLandingType;

  @Field(() => [UserLandingUserError])
  userErrors!: readonly UserLandingUserError[];
}
