import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { isId } from '../platform/ids.js';
import type { Page } from '../platform/page.js';
import type { Transact } from '../platform/transaction.js';
import type { Consent } from './consent.js';
import type { ConsentFilter, ConsentRepository } from './consent-repository.js';
import { formatConsents, type ConsentFormat } from './format-consents.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly consents: ConsentRepository;
}

export interface ConsentFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
  readonly lastId: string | null;
  readonly hasMore: boolean;
}

/** Consents in one file: about 5 MB. */
const mostExported = 10_000;

/** What is no id names no row, and would be an SQL error. */
const canMatch = ({ userId, documentId }: ConsentFilter): boolean =>
  [userId, documentId].every((id) => !id || isId(id));

/** The proof that administrators see and hand out. */
export const createReadConsents = ({ transact, clock, recordAudit, consents }: Deps) => ({
  list: async (
    viewer: Viewer,
    filter: ConsentFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<Consent>> => {
    requireOnTenant(viewer, 'CONSENT', 'READ');
    if (!canMatch(filter)) return { rows: [], hasNextPage: false };
    return transact(viewer.principal.tenantId, (tx) => consents.list(tx, filter, first, afterId));
  },

  count: async (viewer: Viewer, filter: ConsentFilter): Promise<number> => {
    requireOnTenant(viewer, 'CONSENT', 'READ');
    if (!canMatch(filter)) return 0;
    return transact(viewer.principal.tenantId, (tx) => consents.count(tx, filter));
  },

  /** Newest first; a longer list goes on after the last id. */
  exportTo: (
    viewer: Viewer,
    format: ConsentFormat,
    filter: ConsentFilter,
    afterId: string | null,
  ): Promise<ConsentFile> => {
    requireOnTenant(viewer, 'CONSENT', 'READ');
    return transact(viewer.principal.tenantId, async (tx) => {
      const { rows, hasNextPage } = canMatch(filter)
        ? await consents.list(tx, filter, mostExported, afterId)
        : { rows: [], hasNextPage: false };
      await recordAudit(tx, viewer.actor, {
        action: 'consent.exported',
        entityType: 'CONSENT',
        entityId: null,
        entityName: null,
        after: { format, consents: rows.length },
      });
      const day = clock.now().toISOString().slice(0, 10);
      return {
        fileName: `consents-${day}.${format.toLowerCase()}`,
        mediaType: format === 'CSV' ? 'text/csv' : 'application/json',
        content: formatConsents(format, rows),
        lastId: rows.at(-1)?.id ?? null,
        hasMore: hasNextPage,
      };
    });
  },
});

export type ReadConsents = ReturnType<typeof createReadConsents>;
