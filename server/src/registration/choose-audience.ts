import { isId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import type { RecipientRepository } from '../recipients/index.js';
import type { SelfRegistration, SelfRegistrationErrorCode } from './self-registration.js';

type ChosenAudience = Pick<SelfRegistration, 'notificationRecipientId' | 'notifyNobody'>;

/** Who is told of what happens on a page: a recipient, nobody, or the tenant's administrators. */
export const chooseAudience = async (
  tx: Tx,
  recipients: Pick<RecipientRepository, 'find'>,
  input: Partial<ChosenAudience>,
  saved: ChosenAudience,
): Promise<Result<ChosenAudience, InputFaults<SelfRegistrationErrorCode>>> => {
  const { notificationRecipientId: chosen, notifyNobody } = input;
  if (notifyNobody) return ok({ notificationRecipientId: null, notifyNobody: true });
  if (chosen && !(isId(chosen) && (await recipients.find(tx, chosen)))) {
    const message = 'Choose one of your recipients.';
    return failWith(inputFault('notificationRecipientId', 'NOT_FOUND', message));
  }
  // Who says neither keeps both.
  if (chosen === undefined && notifyNobody === undefined) {
    const { notificationRecipientId, notifyNobody: nobody } = saved;
    return ok({ notificationRecipientId, notifyNobody: nobody });
  }
  const notificationRecipientId = chosen === undefined ? saved.notificationRecipientId : chosen;
  return ok({ notificationRecipientId, notifyNobody: false });
};
