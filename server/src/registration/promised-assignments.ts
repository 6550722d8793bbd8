import type { RoleAssignment } from '../access/index.js';
import type { GroupRoleAssignment, SelfRegistration } from './self-registration.js';

/** What of a saved row still exists; the rest is skipped, as at activation. */
const toRoleAssignment = ({
  roleId,
  entityGroupId,
  entityGroupName,
}: GroupRoleAssignment): RoleAssignment[] =>
  roleId === null || (entityGroupName !== null && entityGroupId === null)
    ? []
    : [{ roleId, entityGroupId }];

/** What a page gives now. */
export const assignmentsOf = ({
  assignments,
}: Pick<SelfRegistration, 'assignments'>): RoleAssignment[] =>
  assignments.flatMap(toRoleAssignment);

/** Groups that registrants' customers enter: a role on one would show them to each other. */
export const enteredGroups = ({
  targetCustomerGroupId: id,
}: Pick<SelfRegistration, 'targetCustomerGroupId'>): string[] => (id === null ? [] : [id]);
