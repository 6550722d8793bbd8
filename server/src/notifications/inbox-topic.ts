/** What replicas tell each other when somebody's inbox changed: `inbox:<tenant>:<user>`. */
export const inboxTopic = 'inbox';
/** Instead of a user: all of the tenant; instead of both: after a lost connection. */
export const everybody = '*';

/** Whose inbox changed. */
export interface InboxChange {
  readonly tenantId: string;
  readonly userId: string;
}

/** @param text what follows the topic: `<tenant>:<user>`, or `*` */
export const toInboxChange = (text: string): InboxChange => {
  const [tenantId = everybody, userId = everybody] = text.split(':');
  return { tenantId, userId };
};

/** Whether a change may concern a person. */
export const concerns = (change: InboxChange, person: InboxChange): boolean =>
  [everybody, person.tenantId].includes(change.tenantId) &&
  [everybody, person.userId].includes(change.userId);
