/** What the other slices of the console use of notifications. */
export { default as UnreadBadge } from './UnreadBadge.vue';
