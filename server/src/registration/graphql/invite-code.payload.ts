import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { InviteCodeErrorCode as Code } from '../invite-code.js';
import { InviteCodeType } from './invite-code.type.js';

const InviteCodeErrorCode: { readonly [C in Code]: C } = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  INVALID_TEXT: 'INVALID_TEXT',
  NOT_FOUND: 'NOT_FOUND',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  TOO_MANY: 'TOO_MANY',
};
registerEnumType(InviteCodeErrorCode, {
  name: 'InviteCodeErrorCode',
  description: 'Why no invite code was made.',
  valuesConfig: {
    OUT_OF_RANGE: { description: 'Outside the range that the field names.' },
    TOO_MANY: { description: 'The page has 500 of them.' },
  },
});

@ObjectType({ implements: UserError })
class InviteCodeUserError extends UserError {
  @Field(() => InviteCodeErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The new code, or what is wrong with the input.' })
export class CreateInviteCodePayload {
  @Field(() => InviteCodeType, { nullable: true })
  inviteCode?: InviteCodeType | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code itself, 43 characters. It is shown this once and stored nowhere.',
  })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The sign-up page with the code filled in; it stands behind `#`.',
  })
  url?: string | null;

  @Field(() => [InviteCodeUserError])
  userErrors!: readonly InviteCodeUserError[];
}

@ObjectType()
export class InviteCodePayload {
  @Field(() => InviteCodeType, { nullable: true })
  inviteCode?: InviteCodeType;

  @Field(() => [InviteCodeUserError])
  userErrors!: readonly InviteCodeUserError[];
}
