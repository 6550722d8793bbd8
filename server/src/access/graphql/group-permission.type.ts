import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/graphql/user-error.type.js';
import type { GroupPermission, GroupPermissionErrorCode as Code } from '../group-permission.js';

@ObjectType('GroupPermission', { description: 'A role that a user group holds.' })
export class GroupPermissionType implements GroupPermission {
  @Field(() => ID)
  id!: string;

  userGroupId!: string;
  roleId!: string;
  entityGroupId!: string | null;
}

@InputType({ description: 'Gives a role to a user group.' })
export class GrantPermissionInput {
  @Field(() => ID, { description: 'Who gets the role: a group of type USER.' })
  userGroupId!: string;

  @Field(() => ID, { description: 'One must hold all that it gives.' })
  roleId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Needed for a role of type GROUP, and only then.',
  })
  entityGroupId?: string | null;
}

const GroupPermissionErrorCode: { readonly [C in Code]: C } = {
  NOT_FOUND: 'NOT_FOUND',
  TYPE_MISMATCH: 'TYPE_MISMATCH',
  GRANT_EXCEEDS_OWN: 'GRANT_EXCEEDS_OWN',
  ALREADY_GRANTED: 'ALREADY_GRANTED',
  REQUIRED: 'REQUIRED',
};

registerEnumType(GroupPermissionErrorCode, {
  name: 'GroupPermissionErrorCode',
  description: 'Why a role was not granted.',
  valuesConfig: {
    NOT_FOUND: { description: 'What the field names does not exist.' },
    TYPE_MISMATCH: { description: 'Not a user group, or a group where the role takes none.' },
    GRANT_EXCEEDS_OWN: { description: 'The role would give more than the viewer has there.' },
    ALREADY_GRANTED: { description: 'The user group holds exactly this already.' },
    REQUIRED: { description: 'A role of type GROUP needs an entity group.' },
  },
});

@ObjectType({ implements: UserError, description: 'Why a role was not granted.' })
export class GroupPermissionUserError extends UserError {
  @Field(() => GroupPermissionErrorCode)
  code!: Code;
}

@ObjectType({ description: 'The new group permission, or what is wrong with the input.' })
export class GroupPermissionPayload {
  @Field(() => GroupPermissionType, { nullable: true })
  groupPermission?: GroupPermissionType;

  @Field(() => [GroupPermissionUserError])
  userErrors!: readonly GroupPermissionUserError[];
}
