import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of identity. */
export type { Permissions } from './permissions';
export const OwnDataButtons = defineAsyncComponent(() => import('./profile/OwnDataButtons.vue'));
export { default as SessionList } from './SessionList.vue';
export { usePermission } from './use-permission';
export { fixedDashboard } from './landing';
export { useSignOut } from './use-sign-out';
export { useMe, useViewer, type Me } from './viewer';
