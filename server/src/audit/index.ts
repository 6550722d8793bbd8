import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import { AuditLogResolver, type TenantOf } from './graphql/audit-log.resolver.js';
import { auditLogEntries, createRecordAudit } from './postgres/audit-log-entries.js';
import { thingNameRows } from './postgres/thing-name-rows.js';
import { createReadAuditLog } from './read-audit-log.js';

export { systemActor, type Actor, type RecordAudit } from './audit-log.js';
export { changedFields } from './changed-fields.js';
export { createRecordAudit } from './postgres/audit-log-entries.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tenantOf: TenantOf;
}

export const createAudit = ({ database, clock, tenantOf }: Deps) => ({
  recordAudit: createRecordAudit(clock),
  resolvers: [
    new AuditLogResolver(
      createReadAuditLog(database.transact, auditLogEntries, thingNameRows),
      tenantOf,
    ),
  ],
});
