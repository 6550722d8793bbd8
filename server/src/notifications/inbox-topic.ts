/** What replicas tell each other when somebody's inbox changed: `inbox:<tenant>:<user>`. */
export const inboxTopic = 'inbox';
/** Instead of a user: all of the tenant. */
export const everybody = '*';
