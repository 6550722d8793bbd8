import type { Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Tx } from '../platform/transaction.js';
import { nameOf, type User } from './user.js';

interface Fields {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** What administrators did with a user. */
export type AuditUser = (
  tx: Tx,
  viewer: Viewer,
  verb: string,
  user: User,
  fields?: Fields,
) => Promise<void>;

export const createAuditUser =
  (recordAudit: RecordAudit): AuditUser =>
  (tx, viewer, verb, user, fields = {}) =>
    recordAudit(tx, viewer.actor, {
      action: `user.${verb}`,
      entityType: 'USER',
      entityId: user.id,
      entityName: nameOf(user),
      ...fields,
    });
