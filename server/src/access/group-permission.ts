/** A role that a user group holds; on one entity group when the role is of type GROUP. */
export interface GroupPermission {
  readonly id: string;
  readonly userGroupId: string;
  readonly roleId: string;
  /** Null for a generic role. */
  readonly entityGroupId: string | null;
}

export type GroupPermissionErrorCode =
  'NOT_FOUND' | 'TYPE_MISMATCH' | 'GRANT_EXCEEDS_OWN' | 'ALREADY_GRANTED' | 'REQUIRED';
