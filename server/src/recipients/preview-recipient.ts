import { requireOnTenant, type Viewer } from '../access/index.js';
import { isId } from '../platform/ids.js';
import type { Transact } from '../platform/transaction.js';
import { referenceFieldOf, type Audience, type People } from './recipient.js';
import type { FindPeople } from './recipient-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly findPeople: FindPeople;
}

/** Shown at once; the rest is a number. */
const shown = 10;

/** Whom a recipient would stand for now, before it is saved. */
export const createPreviewRecipient =
  ({ transact, findPeople }: Deps) =>
  (viewer: Viewer, audience: Audience): Promise<People> => {
    requireOnTenant(viewer, 'NOTIFICATION', 'READ');
    const field = referenceFieldOf(audience.type);
    const known = field ? { ...audience, [field]: audience[field].filter(isId) } : audience;
    return transact(viewer.principal.tenantId, (tx) => findPeople(tx, known, shown));
  };

export type PreviewRecipient = ReturnType<typeof createPreviewRecipient>;
