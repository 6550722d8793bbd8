import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { expandPermissions, type PermissionMap } from './generic-permissions.js';
import { toPermissionMap, type PermissionEntry } from './permission-entry.js';
import { isAllowedOn } from './permission-matrix.js';

export type PermissionFault = 'OPERATION_NOT_ALLOWED' | 'NO_PERMISSION';

/** Operations that their resource does not have. */
export const notAllowed = (
  field: string,
  entries: readonly PermissionEntry[],
): InputFault<PermissionFault>[] =>
  entries.flatMap(({ resource, operations }, index) => {
    const never = operations.find((operation) => !isAllowedOn(resource, operation));
    if (!never) return [];
    const advice = `${resource} has no operation ${never}: choose another one.`;
    return [inputFault(`${field}.${index}.operations`, 'OPERATION_NOT_ALLOWED', advice)];
  });

export const noPermission = (field: string): InputFault<PermissionFault> =>
  inputFault(field, 'NO_PERMISSION', 'Choose at least one permission that is not excluded again.');

/** Generic permissions as a person lists them under `permissions`; all faults at once. */
export const parsePermissions = (
  entries: readonly PermissionEntry[],
): Result<PermissionMap, InputFaults<PermissionFault>> => {
  const faults = notAllowed('permissions', entries);
  if (faults.length > 0) return fail(faults);
  const map = toPermissionMap(entries);
  return expandPermissions(map).size > 0 ? ok(map) : fail([noPermission('permissions')]);
};
