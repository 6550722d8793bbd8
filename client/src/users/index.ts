/** What the other slices of the console use of users. */
export { default as InvitationLinkDialog } from './InvitationLinkDialog.vue';
export { useUserActions } from './use-user-actions';
