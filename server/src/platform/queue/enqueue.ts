import type { Tx } from '../transaction.js';

/** Queues a job in the caller's transaction: it exists exactly if the transaction commits. */
export type Enqueue = (tx: Tx, job: Job) => Promise<void>;

export interface Job {
  readonly task: string;
  /** Ids only, never secrets; `tenantId` is added. */
  readonly payload: Record<string, string>;
  readonly runAt?: Date;
  /** A job of the same key that waits is replaced. */
  readonly jobKey?: string;
  readonly maxAttempts?: number;
}
