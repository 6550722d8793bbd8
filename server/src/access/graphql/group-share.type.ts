import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { GroupPermissionType } from './group-permission.type.js';

/** How an entity group is shared. */
export type SharedAccess = 'READ' | 'WRITE' | 'ROLE';

const SharedAccessEnum: { readonly [A in SharedAccess]: A } = {
  READ: 'READ',
  WRITE: 'WRITE',
  ROLE: 'ROLE',
};

registerEnumType(SharedAccessEnum, {
  name: 'SharedAccess',
  description: 'What sharing an entity group gives.',
  valuesConfig: {
    READ: { description: 'The role Entity Group Read-only User.' },
    WRITE: { description: 'The role Entity Group Administrator.' },
    ROLE: { description: 'The role of type GROUP that `roleId` names.' },
  },
});

@InputType({ description: 'Shares an entity group with a user group.' })
export class ShareEntityGroupInput {
  @Field(() => ID, { description: 'What is shared; one must hold SHARE_GROUP on it.' })
  entityGroupId!: string;

  @Field(() => ID, { description: 'With whom: a group of type USER that one may change.' })
  userGroupId!: string;

  @Field(() => SharedAccessEnum, { description: 'One gives no more than one holds there.' })
  access!: SharedAccess;

  @Field(() => ID, { nullable: true, description: 'Needed for ROLE, and only then.' })
  roleId?: string | null;
}

export const GroupPermissionConnection = connectionOf('GroupPermission', () => GroupPermissionType);
