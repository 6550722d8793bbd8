export {
  systemActor,
  type Actor,
  type AuditEvent,
  type AuditLogEntry,
  type RecordAudit,
} from './audit-log.js';
export { createRecordAudit } from './postgres/audit-log-entries.js';
