import { isId } from '../platform/ids.js';
import type { Page } from '../platform/page.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { AuditLogEntry, AuditLogFilter } from './audit-log.js';
import type { ThingName, ThingNames } from './thing-names.js';

export interface AuditLogReader {
  /** Newest first. */
  list(
    tx: Tx,
    filter: AuditLogFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<AuditLogEntry>>;
  /** Capped. */
  count(tx: Tx, filter: AuditLogFilter): Promise<number>;
}

/** What was done in a tenant. Who may read is declared at the operation: no role narrows it to rows. */
export const createReadAuditLog = (
  transact: Transact,
  reader: AuditLogReader,
  thingNames: ThingNames,
) => ({
  list: async (
    tenantId: string,
    filter: AuditLogFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<AuditLogEntry>> =>
    canMatch(filter)
      ? transact(tenantId, (tx) => reader.list(tx, filter, first, afterId))
      : { rows: [], hasNextPage: false },

  count: async (tenantId: string, filter: AuditLogFilter): Promise<number> =>
    canMatch(filter) ? transact(tenantId, (tx) => reader.count(tx, filter)) : 0,

  namesOf: (tenantId: string, ids: readonly string[]): Promise<ThingName[]> =>
    transact(tenantId, (tx) => thingNames.find(tx, ids)),
});

export type ReadAuditLog = ReturnType<typeof createReadAuditLog>;

/** What is no id names no row, and would be an SQL error. */
const canMatch = ({ entityId, actorId }: AuditLogFilter): boolean =>
  [entityId, actorId].every((id) => !id || isId(id));
