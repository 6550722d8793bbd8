import type {
  CreateRoleInput,
  Operation,
  RoleFieldsFragment,
  RoleType,
} from '../generated/graphql';
import { noRights, toPermissionInput, toPermissionMap, type GenericRights } from './permission-map';

export interface RoleForm {
  name: string;
  description: string;
  type: RoleType;
  /** Of a generic role. */
  rights: GenericRights;
  /** Of a group role. */
  operations: readonly Operation[];
}

export const emptyRole: RoleForm = {
  name: '',
  description: '',
  type: 'GENERIC',
  rights: noRights,
  operations: [],
};

export function toRoleForm(role: RoleFieldsFragment): RoleForm {
  return {
    name: role.name,
    description: role.description ?? '',
    type: role.type,
    rights: {
      permissions: toPermissionMap(role.permissions),
      excluded: toPermissionMap(role.excludedPermissions),
    },
    operations: role.operations,
  };
}

/** All but the type, which is fixed once the role exists. */
export function toRoleInput(form: RoleForm): Omit<CreateRoleInput, 'type'> {
  const { permissions, excluded } = form.rights;
  return {
    name: form.name.trim(),
    description: form.description.trim() || null,
    ...(form.type === 'GENERIC'
      ? {
          permissions: toPermissionInput(permissions),
          excludedPermissions: toPermissionInput(excluded),
        }
      : { operations: [...form.operations] }),
  };
}

export type RoleFault = 'enterName' | 'choosePermission';

export function findRoleFault(form: RoleForm): RoleFault | undefined {
  if (!form.name.trim()) return 'enterName';
  const chosen =
    form.type === 'GENERIC' ? toPermissionInput(form.rights.permissions) : form.operations;
  return chosen.length ? undefined : 'choosePermission';
}
