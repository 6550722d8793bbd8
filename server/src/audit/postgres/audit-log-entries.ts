import type { Knex } from 'knex';
import type { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { AuditLogEntry, AuditLogFilter, RecordAudit } from '../audit-log.js';
import type { AuditLogReader } from '../read-audit-log.js';

interface Row {
  tenant_id: string;
  id: string;
  at: Date;
  actor_kind: AuditLogEntry['actor']['kind'];
  actor_id: string | null;
  actor_name: string;
  impersonator_name: string | null;
  action: string;
  entity_type: string;
  entity_id: string | null;
  entity_name: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  ip: string | null;
}

const toEntry = (row: Row): AuditLogEntry => ({
  id: row.id,
  at: row.at,
  actor: {
    kind: row.actor_kind,
    id: row.actor_id,
    name: row.actor_name,
    impersonatorName: row.impersonator_name,
    ip: row.ip,
  },
  action: row.action,
  entityType: row.entity_type,
  entityId: row.entity_id,
  entityName: row.entity_name,
  before: row.before,
  after: row.after,
});

export const createRecordAudit =
  (clock: Clock): RecordAudit =>
  async (tx, actor, event) => {
    await knexOf(tx)('audit_log_entries').insert({
      tenant_id: tx.tenantId,
      id: newId(),
      at: clock.now(),
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      impersonator_name: actor.impersonatorName ?? null,
      action: event.action,
      entity_type: event.entityType,
      entity_id: event.entityId,
      entity_name: event.entityName,
      before: event.before ? JSON.stringify(event.before) : null,
      after: event.after ? JSON.stringify(event.after) : null,
      ip: actor.ip ?? null,
    });
  };

export const auditLogEntries: AuditLogReader = {
  async list(tx, filter, first, afterId) {
    const query = matching(tx, filter);
    if (afterId) void query.where('id', '<', afterId);
    return takePage(await query.orderBy('id', 'desc').limit(first + 1), first, toEntry);
  },

  count: (tx, filter) => cappedCount(knexOf(tx), matching(tx, filter)),
};

const matching = (tx: Tx, filter: AuditLogFilter): Knex.QueryBuilder<Row, Row[]> => {
  const query = knexOf(tx)<Row>('audit_log_entries').where({ tenant_id: tx.tenantId });
  if (filter.action) void query.where('action', filter.action);
  if (filter.entityId) void query.where('entity_id', filter.entityId);
  if (filter.actorId) void query.where('actor_id', filter.actorId);
  if (filter.search) void query.where(containsText(['actor_name', 'entity_name'], filter.search));
  return query;
};
