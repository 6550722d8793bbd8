import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { AuthorityType, type Authority, type Role } from '../../access/index.js';
import type { UserDetails, VisibleUserState } from '../user-directory.js';
import { nameOf, type User, type UserState } from '../user.js';

export const UserStateType: { readonly [S in VisibleUserState]: S } = {
  INVITED: 'INVITED',
  ACTIVE: 'ACTIVE',
  DISABLED: 'DISABLED',
  LOCKED: 'LOCKED',
};
registerEnumType(UserStateType, {
  name: 'UserState',
  description: 'Whether a person can sign in.',
  valuesConfig: {
    INVITED: { description: 'Has not accepted the invitation yet.' },
    ACTIVE: { description: 'Can sign in.' },
    DISABLED: { description: 'An administrator ended the access.' },
    LOCKED: { description: 'Too many wrong passwords; ends by itself after at most 15 minutes.' },
  },
});

@ObjectType('User', { description: 'A person who can sign in.' })
export class UserType implements User {
  @Field(() => ID)
  id!: string;

  tenantId!: string;

  customerId!: string | null;

  @Field(() => String, { description: 'As typed.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  phone!: string | null;

  @Field(() => String, { description: 'First and last name, or the e-mail address.' })
  name(): string {
    return nameOf(this);
  }

  @Field(() => AuthorityType, { description: 'The upper bound of what roles can give.' })
  authority!: Authority;

  /** Not in the schema as it is: what people see may be LOCKED. */
  state!: UserState;

  /** There in lists; loaded when asked for elsewhere. */
  details?: UserDetails;

  heldRoles?: readonly Role[];

  @Field(() => String, { nullable: true, description: 'Language of screens and mails, e.g. `de`.' })
  locale!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null before the first time.' })
  lastSignInAt!: Date | null;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}
