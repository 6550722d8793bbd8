import { requireOnTenant } from '../access/index.js';
import { isId } from '../platform/ids.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { ok } from '../platform/result.js';
import type { RecipientRepository } from '../recipients/index.js';
import type { SettingsPart } from './settings-part.js';

/** Who is told of what happens on a page. */
export interface Audience {
  /** Null: the tenant's administrators, unless nobody is told. */
  readonly notificationRecipientId: string | null;
  readonly notifyNobody: boolean;
}

export const administratorsTold: Audience = { notificationRecipientId: null, notifyNobody: false };

/** A recipient, nobody, or the tenant's administrators; who says neither keeps what is saved. */
export const createChooseAudience =
  (recipients: Pick<RecipientRepository, 'find'>): SettingsPart =>
  async ({ tx, viewer, page, input }) => {
    const { notificationRecipientId: chosen, notifyNobody } = input;
    if (notifyNobody) return ok({ notificationRecipientId: null, notifyNobody: true });
    if (chosen && chosen !== page.notificationRecipientId) {
      requireOnTenant(viewer, 'NOTIFICATION', 'READ');
      if (!(isId(chosen) && (await recipients.find(tx, chosen)))) {
        const message = 'Choose one of your recipients.';
        return failWith(inputFault('notificationRecipientId', 'NOT_FOUND', message));
      }
    }
    if (chosen === undefined && notifyNobody === undefined) return ok({});
    const notificationRecipientId = chosen === undefined ? page.notificationRecipientId : chosen;
    return ok({ notificationRecipientId, notifyNobody: false });
  };
