/** What the other slices of the console use of identity. */
export type { Permissions } from './permissions';
export { default as SessionList } from './SessionList.vue';
export { usePermission } from './use-permission';
export { useMe, useViewer } from './viewer';
