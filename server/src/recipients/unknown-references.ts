import { isId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import { referenceFields, type ReferenceField } from './recipient.js';
import type { RecipientRepository } from './recipient-repository.js';

/** Which of the lists name something that does not exist; also those that the type leaves aside. */
export const unknownReferences = async (
  tx: Tx,
  recipients: Pick<RecipientRepository, 'missingReferences'>,
  lists: { readonly [F in ReferenceField]?: readonly string[] | null },
): Promise<ReferenceField[]> => {
  const unknown: ReferenceField[] = [];
  for (const field of referenceFields) {
    const ids = lists[field] ?? [];
    const isKnown =
      ids.every(isId) &&
      (ids.length === 0 || (await recipients.missingReferences(tx, field, ids)).length === 0);
    if (!isKnown) unknown.push(field);
  }
  return unknown;
};
