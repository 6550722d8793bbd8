import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { RoleRollout, RoleRolloutErrorCode as Code, RolloutStop } from '../role-rollout.js';

const State: { readonly [S in RoleRollout['state']]: S } = {
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  STOPPED: 'STOPPED',
};
registerEnumType(State, {
  name: 'RoleRolloutState',
  description: 'How far a rollout has come.',
  valuesConfig: {
    RUNNING: { description: 'It goes on by itself, whether anybody watches or not.' },
    DONE: { description: 'Every customer has the roles, but for those that failed.' },
    STOPPED: { description: '`stopReason` says why; who was done keeps the roles.' },
  },
});

const Stop: { readonly [S in RolloutStop]: S } = {
  PAGE_CHANGED: 'PAGE_CHANGED',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  STARTER_GONE: 'STARTER_GONE',
  TOO_MANY_FAILED: 'TOO_MANY_FAILED',
  BY_HAND: 'BY_HAND',
};
registerEnumType(Stop, {
  name: 'RolloutStopReason',
  description: 'Why a rollout ended before everybody had the roles.',
  valuesConfig: {
    PAGE_CHANGED: { description: 'The page gives other roles than at the start.' },
    GRANT_EXCEEDS_OWN: { description: 'Who started it no longer holds what the roles give.' },
    STARTER_GONE: { description: 'Who started it can no longer sign in.' },
    TOO_MANY_FAILED: { description: 'It failed for 100 customers.' },
    BY_HAND: { description: 'Somebody stopped it; `stopDetail` is their name.' },
  },
});

@ObjectType('RoleRollout', {
  description: 'Gives the roles of a page to customers who registered on it before.',
})
export class RoleRolloutType {
  @Field(() => ID)
  id!: string;

  @Field(() => State, { description: 'Whether it still goes on.' })
  state!: RoleRollout['state'];

  @Field(() => Int, { description: 'Customers that held other roles at the start.' })
  total!: number;

  @Field(() => Int, { description: 'Customers that have the roles of the page now.' })
  done!: number;

  failedGroupIds!: readonly string[];

  @Field(() => Int, { description: 'Customers that were left out after an error.' })
  failed(): number {
    return this.failedGroupIds.length;
  }

  @Field(() => Stop, { nullable: true, description: 'Only when it is STOPPED.' })
  stopReason!: RolloutStop | null;

  @Field(() => String, { nullable: true, description: 'More about the reason, in English.' })
  stopDetail!: string | null;

  @Field(() => String, { description: 'Who started it, as they were called then.' })
  startedByName!: string;

  @Field(() => GraphQLDateTime, { description: 'When somebody asked for it.' })
  startedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'null while it is RUNNING.' })
  finishedAt!: Date | null;
}

const ErrorCode: { readonly [C in Code]: C } = {
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  REVISION_OUTDATED: 'REVISION_OUTDATED',
  ROLE_GONE: 'ROLE_GONE',
  ALREADY_RUNNING: 'ALREADY_RUNNING',
  NOT_RUNNING: 'NOT_RUNNING',
};
registerEnumType(ErrorCode, {
  name: 'RoleRolloutErrorCode',
  description: 'Why roles are not applied to existing customers, or go on being applied.',
  valuesConfig: {
    GRANT_EXCEEDS_OWN: { description: 'The roles give more than the viewer holds.' },
    REVISION_OUTDATED: { description: 'The page was saved since the viewer looked.' },
    ROLE_GONE: { description: 'The viewer may not see a role or group of the page.' },
    ALREADY_RUNNING: { description: 'A rollout of the page runs.' },
    NOT_RUNNING: { description: 'No rollout of the page runs, so there is none to stop.' },
  },
});

@ObjectType({ implements: UserError, description: 'Why roles are not applied.' })
export class RoleRolloutUserError extends UserError {
  @Field(() => ErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The rollout that was started or stopped, or why it was not.' })
export class RoleRolloutPayload {
  @Field(() => RoleRolloutType, { nullable: true })
  roleRollout?: RoleRolloutType;

  @Field(() => [RoleRolloutUserError])
  userErrors!: readonly RoleRolloutUserError[];
}
