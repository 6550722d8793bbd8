import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of access. */
export const CreateRoleDialog = defineAsyncComponent(() => import('./CreateRoleDialog.vue'));
export const CreateEntityGroupDialog = defineAsyncComponent(
  () => import('./CreateEntityGroupDialog.vue'),
);
export const ShareDialog = defineAsyncComponent(() => import('./ShareDialog.vue'));
export { ALLOWED_OPERATIONS } from './allowed-operations';
export { useDefaultRole } from './default-role';
export { useRoleSearch, type RoleOption } from './role-search';
export { useEntityGroupSearch } from './entity-group-search';
export const PermissionMatrix = defineAsyncComponent(() => import('./PermissionMatrix.vue'));
export { namedPermissions, noRights, type GenericRights } from './permission-map';
export { useMemberSearch } from './member-search';
