import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { InviteCode, InviteCodeState } from '../invite-code.js';

const InviteCodeStateType: { readonly [S in InviteCodeState]: S } = {
  ACTIVE: 'ACTIVE',
  USED_UP: 'USED_UP',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
};
registerEnumType(InviteCodeStateType, {
  name: 'InviteCodeState',
  description: 'Whether an invite code lets anybody in.',
  valuesConfig: {
    ACTIVE: { description: 'It lets people in.' },
    USED_UP: { description: 'All places are used or reserved.' },
    EXPIRED: { description: 'Its time is over.' },
    REVOKED: { description: 'An administrator ended it.' },
  },
});

@ObjectType('InviteCode', {
  description: 'Lets a number of people sign up on one page. The code itself is never shown again.',
})
export class InviteCodeType implements Omit<InviteCode, 'selfRegistrationId'> {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => Int, { description: 'How many people it lets in.' })
  quota!: number;

  @Field(() => Int, { description: 'How many have an account by it.' })
  used!: number;

  @Field(() => Int, {
    description: 'How many signed up with it and have no account yet; expired ones give it back.',
  })
  reserved!: number;

  @Field(() => InviteCodeStateType, { description: 'Whether it lets anybody in.' })
  state!: InviteCodeState;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null: it never ends by itself.' })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was ended by hand.' })
  revokedAt!: Date | null;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => String, { description: 'Who made it, by the name they had then.' })
  createdBy!: string;
}

@ObjectType({ description: 'A page of invite codes, newest first.' })
export class InviteCodeList {
  @Field(() => [InviteCodeType])
  items!: readonly InviteCodeType[];

  @Field(() => Int)
  totalCount!: number;
}
