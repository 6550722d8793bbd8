/** What the shell of the console uses of notifications. */
export { default as InboxLink } from './InboxLink.vue';
export { default as UnreadBadge } from './UnreadBadge.vue';
export { useLiveUnreadCount } from './use-live-unread-count';
