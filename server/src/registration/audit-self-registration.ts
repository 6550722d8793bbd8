import type { Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import type { Tx } from '../platform/transaction.js';
import { describePage } from './describe-page.js';
import type { SelfRegistration } from './self-registration.js';

/** Writes down what became of a sign-up page; null where there was none, or is none any more. */
export const createAuditSelfRegistration =
  (recordAudit: RecordAudit) =>
  async (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    before: SelfRegistration | null,
    after: SelfRegistration | null,
  ): Promise<void> => {
    const page = after ?? before;
    if (!page) return;
    await recordAudit(tx, viewer.actor, {
      action: `self-registration.${verb}`,
      entityType: 'SELF_REGISTRATION',
      entityId: page.id,
      entityName: page.host,
      ...changedFields(before ? describePage(before) : {}, after ? describePage(after) : {}),
    });
  };

export type AuditSelfRegistration = ReturnType<typeof createAuditSelfRegistration>;
