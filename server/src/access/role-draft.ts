import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextRule } from '../platform/text.js';
import { groupRoleOperations } from './group-role.js';
import { toPermissionEntries, toPermissionMap, type PermissionEntry } from './permission-entry.js';
import type { OperationOrAll } from './permission-matrix.js';
import { noPermission, notAllowed } from './permission-faults.js';
import type { Role, RoleContent, RoleErrorCode } from './role.js';
import { expandRights, givesNothing, type RoleRights, type RoleType } from './role-rights.js';

/** A role as a person fills it in. */
export interface RoleDraft {
  readonly name: string | null;
  readonly description: string | null;
  readonly type: RoleType;
  readonly permissions: readonly PermissionEntry[];
  readonly excludedPermissions: readonly PermissionEntry[];
  readonly operations: readonly OperationOrAll[];
}

/** Of an existing role; what is undefined stays. */
export type RoleChanges = {
  readonly [K in keyof Omit<RoleDraft, 'type'>]: RoleDraft[K] | undefined;
};

type Faults = InputFault<RoleErrorCode>[];

export const roleNameRule = { max: 255, required: true } as const;
const descriptionRule: TextRule = { max: 1_000, multiline: true };

/** All faults at once; what is fine comes back trimmed. */
export const parseRole = (draft: RoleDraft): Result<RoleContent, InputFaults<RoleErrorCode>> => {
  const faults: Faults = [];
  const name = parseText(draft.name, roleNameRule);
  if (!name.ok)
    faults.push(inputFault('name', name.failure, textAdvice(name.failure, roleNameRule)));
  const description = parseText(draft.description, descriptionRule);
  if (!description.ok) {
    const { failure } = description;
    faults.push(inputFault('description', failure, textAdvice(failure, descriptionRule)));
  }
  faults.push(...(draft.type === 'GENERIC' ? genericFaults(draft) : groupFaults(draft)));
  if (!name.ok || !description.ok || faults.length > 0) return fail(faults);
  return ok({ name: name.value, description: description.value, rights: rightsOf(draft) });
};

const rightsOf = (draft: RoleDraft): RoleRights =>
  draft.type === 'GROUP'
    ? { type: 'GROUP', operations: [...new Set(draft.operations)] }
    : {
        type: 'GENERIC',
        permissions: toPermissionMap(draft.permissions),
        excludedPermissions: toPermissionMap(draft.excludedPermissions),
      };

const genericFaults = (draft: RoleDraft): Faults => {
  const faults: Faults = [
    ...notAllowed('permissions', draft.permissions),
    ...notAllowed('excludedPermissions', draft.excludedPermissions),
  ];
  if (draft.operations.length > 0) {
    const advice = 'Operations on a group need a role of type GROUP.';
    faults.push(inputFault('operations', 'TYPE_MISMATCH', advice));
  }
  return faults.length > 0 ? faults : nothingLeft('permissions', draft);
};

const groupFaults = (draft: RoleDraft): Faults => {
  const faults: Faults = [];
  for (const field of ['permissions', 'excludedPermissions'] as const) {
    if (draft[field].length > 0) {
      const advice = 'Permissions on resources need a role of type GENERIC.';
      faults.push(inputFault(field, 'TYPE_MISMATCH', advice));
    }
  }
  const never = draft.operations.find(
    (name) => name !== 'ALL' && !groupRoleOperations.includes(name),
  );
  if (never) {
    const advice = `${never} is never given through a group role: use a role of type GENERIC.`;
    faults.push(inputFault('operations', 'OPERATION_NOT_ALLOWED', advice));
  }
  return faults.length > 0 ? faults : nothingLeft('operations', draft);
};

const nothingLeft = (field: string, draft: RoleDraft): Faults =>
  givesNothing(expandRights(rightsOf(draft))) ? [noPermission(field)] : [];

/** An existing role as if it were filled in again, with the changes. */
export const changeDraft = (
  { name, description, rights }: Role,
  changes: RoleChanges,
): RoleDraft => {
  const kept = {
    name,
    description,
    type: rights.type,
    permissions: rights.type === 'GENERIC' ? toPermissionEntries(rights.permissions) : [],
    excludedPermissions:
      rights.type === 'GENERIC' ? toPermissionEntries(rights.excludedPermissions) : [],
    operations: rights.type === 'GROUP' ? rights.operations : [],
  };
  const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(changed) };
};
