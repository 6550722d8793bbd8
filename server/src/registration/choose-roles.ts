import type { AssignmentFault, RoleAssignments } from '../access/index.js';
import { newId } from '../platform/ids.js';
import { inputFault } from '../platform/input-fault.js';
import { fail, ok } from '../platform/result.js';
import { assignmentsOf, enteredGroups } from './promised-assignments.js';
import type { SelfRegistrationErrorCode } from './self-registration.js';
import type { SettingsPart } from './settings-part.js';

const toFault = ({ index, field, code, message }: AssignmentFault) =>
  inputFault<SelfRegistrationErrorCode>(`groupRoleAssignments.${index}.${field}`, code, message);

/** The table «User group roles». */
export const createChooseRoles =
  (roleAssignments: RoleAssignments): SettingsPart =>
  async ({ tx, viewer, page, input }) => {
    // Whoever saves a page that is on promises its roles, also those that were saved before; a
    // page that is off promises nothing, and whoever may change it may switch it off.
    const isOn = input.enabled ?? page.enabled;
    const kept = isOn ? assignmentsOf(page) : [];
    const { targetCustomerGroupId = page.targetCustomerGroupId } = input;
    const checked = await roleAssignments.check(
      tx,
      viewer,
      input.assignments ?? kept,
      enteredGroups({ targetCustomerGroupId }),
    );
    if (!checked.ok) return fail(checked.failure.map(toFault));
    if (!input.assignments) return ok({});
    const assignments = checked.value.map(({ role, entityGroup }) => ({
      id: newId(),
      roleId: role.id,
      roleName: role.name,
      entityGroupId: entityGroup?.id ?? null,
      entityGroupName: entityGroup?.name ?? null,
      groupType: entityGroup?.type ?? null,
    }));
    return ok({ assignments });
  };
