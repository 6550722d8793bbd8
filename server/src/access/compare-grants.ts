import type { GroupPermission } from './group-permission.js';
import type { RoleAssignment } from './role-assignment.js';

/** What a user group would gain and lose. */
export interface GrantChange {
  readonly userGroupId: string;
  readonly gained: readonly RoleAssignment[];
  readonly lost: readonly GroupPermission[];
}

const keyOf = ({ roleId, entityGroupId }: RoleAssignment): string =>
  `${roleId} ${entityGroupId ?? ''}`;

/** Holds what user groups have against what they shall have, in the order of the groups. */
export const compareGrants = (
  userGroupIds: readonly string[],
  held: readonly GroupPermission[],
  wanted: readonly RoleAssignment[],
): GrantChange[] => {
  const byKey = new Map(wanted.map((assignment) => [keyOf(assignment), assignment]));
  return userGroupIds.map((userGroupId) => {
    const own = held.filter((permission) => permission.userGroupId === userGroupId);
    const keys = new Set(own.map(keyOf));
    return {
      userGroupId,
      gained: [...byKey].filter(([key]) => !keys.has(key)).map(([, assignment]) => assignment),
      lost: own.filter((permission) => !byKey.has(keyOf(permission))),
    };
  });
};
