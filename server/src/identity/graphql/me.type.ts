import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ResourcePermissionType } from '../../access/index.js';
import type { ConsentState } from '../current-session.js';
import type { Session } from '../session.js';
import { TenantType } from './tenant.type.js';
import { UserType } from './user.type.js';

const ConsentStateType: { readonly [S in ConsentState]: S } = {
  UP_TO_DATE: 'UP_TO_DATE',
  ASKED: 'ASKED',
  REQUIRED: 'REQUIRED',
};
registerEnumType(ConsentStateType, {
  name: 'ConsentState',
  description: 'Whether somebody has legal texts to accept.',
  valuesConfig: {
    UP_TO_DATE: { description: 'Nothing is asked.' },
    ASKED: { description: 'There is something to accept, and time left to do so.' },
    REQUIRED: { description: 'Everything else is refused with CONSENT_REQUIRED.' },
  },
});

@ObjectType('Session', { description: 'One signed-in browser.' })
export class SessionType implements Pick<Session, 'id' | 'createdAt' | 'lastUsedAt' | 'expiresAt'> {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Written down at most once a minute.' })
  lastUsedAt!: Date;

  @Field(() => GraphQLDateTime, {
    description: 'It ends then at the latest, however much it is used.',
  })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'Address that it was begun from.' })
  ip!: string | null;

  @Field(() => String, { nullable: true, description: 'Browser or program, as it calls itself.' })
  userAgent!: string | null;

  @Field(() => Boolean, { description: 'Whether it is the session of this very call.' })
  current!: boolean;
}

@ObjectType({ description: 'The signed-in person.' })
export class Me {
  @Field(() => UserType, { description: 'Their account.' })
  user!: UserType;

  @Field(() => TenantType, { description: 'Where the account is.' })
  tenant!: TenantType;

  @Field(() => [ResourcePermissionType], {
    description:
      'Generic permissions of all roles together, ALL expanded, capped by the authority.',
  })
  permissions!: readonly ResourcePermissionType[];

  @Field(() => [ResourcePermissionType], {
    description: 'Held generically or on at least one entity group: what menus go by.',
  })
  permissionsSomewhere!: readonly ResourcePermissionType[];

  @Field(() => String, {
    nullable: true,
    description: 'The administrator who signed in as this person.',
  })
  impersonatedBy!: string | null;

  @Field(() => ConsentStateType, { description: 'Whether legal texts wait to be accepted.' })
  consentState!: ConsentState;

  @Field(() => SessionType, { description: 'The session of this very call.' })
  session!: SessionType;
}
