import type { Tx } from '../platform/transaction.js';

/** Who acted. Registrants have no account yet; the system acts in jobs and at start; keys are tools. */
export interface Actor {
  readonly kind: 'USER' | 'REGISTRANT' | 'SYSTEM' | 'API_KEY';
  readonly id: string | null;
  readonly name: string;
  /** The administrator behind «sign in as». */
  readonly impersonatorName?: string | null;
  readonly ip?: string | null;
}

export const systemActor: Actor = { kind: 'SYSTEM', id: null, name: 'Gatehouse' };

/** One thing that was done, with the fields that changed. Never holds secrets. */
export interface AuditEvent {
  /** `entity.verb` in the past tense, e.g. `device.created`. */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string | null;
  readonly entityName: string | null;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** Writes an entry in the transaction of the act itself: neither exists without the other. */
export type RecordAudit = (tx: Tx, actor: Actor, event: AuditEvent) => Promise<void>;

export interface AuditLogEntry extends AuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
}

export interface AuditLogFilter {
  readonly action?: string | null;
  readonly entityId?: string | null;
  readonly actorId?: string | null;
  /** Part of an actor's or entity's name. */
  readonly search?: string | null;
}
