import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Authority } from '../../access/index.js';
import { nameOf, type User, type UserState } from '../user.js';

const AuthorityType: { readonly [A in Authority]: A } = {
  SYS_ADMIN: 'SYS_ADMIN',
  TENANT_ADMIN: 'TENANT_ADMIN',
  CUSTOMER_USER: 'CUSTOMER_USER',
};
registerEnumType(AuthorityType, {
  name: 'Authority',
  description: 'Who somebody is before any role: the upper bound of what roles can give.',
  valuesConfig: {
    SYS_ADMIN: { description: 'Tenants and system settings.' },
    TENANT_ADMIN: { description: 'All of one tenant, through roles.' },
    CUSTOMER_USER: { description: 'One customer and its descendants, and what is shared.' },
  },
});
export { AuthorityType };

export const UserStateType: { readonly [S in UserState | 'LOCKED']: S } = {
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

  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String, { nullable: true })
  lastName!: string | null;

  @Field(() => String, { description: 'First and last name, or the e-mail address.' })
  name(): string {
    return nameOf(this);
  }

  @Field(() => AuthorityType)
  authority!: Authority;

  state!: UserState;

  @Field(() => String, { nullable: true, description: 'Language of screens and mails, e.g. `de`.' })
  locale!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  lastSignInAt!: Date | null;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}
