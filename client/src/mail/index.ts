/** What the other slices of the console use of mail. */
export { default as MailServerNotice } from './MailServerNotice.vue';
export { useMailHealth } from './use-mail-health';
