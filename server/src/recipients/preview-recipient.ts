import { holds, requireOnTenant, type Viewer } from '../access/index.js';
import { notFound } from '../platform/failures.js';
import type { Transact } from '../platform/transaction.js';
import type { Audience, People, ReferenceField } from './recipient.js';
import type { FindPeople, RecipientRepository } from './recipient-repository.js';
import { unknownReferences } from './unknown-references.js';

interface Deps {
  readonly transact: Transact;
  readonly recipients: Pick<RecipientRepository, 'missingReferences'>;
  readonly findPeople: FindPeople;
}

/** Shown at once; the rest is a number. */
const shown = 10;

const wordsOf: Readonly<Record<ReferenceField, string>> = {
  userIds: 'user',
  customerIds: 'customer',
  userGroupIds: 'user group',
  roleIds: 'role',
};

/** Whom a recipient would stand for now, before it is saved. */
export const createPreviewRecipient =
  ({ transact, recipients, findPeople }: Deps) =>
  (viewer: Viewer, audience: Audience): Promise<People> => {
    requireOnTenant(viewer, 'NOTIFICATION', 'READ');
    return transact(viewer.principal.tenantId, async (tx) => {
      const [unknown] = await unknownReferences(tx, recipients, audience);
      if (unknown) throw notFound(wordsOf[unknown]);
      const found = await findPeople(tx, audience, shown);
      // Who may not read users learns how many there are, not who.
      return holds(viewer.principal, 'USER', 'READ') ? found : { ...found, people: [] };
    });
  };

export type PreviewRecipient = ReturnType<typeof createPreviewRecipient>;
