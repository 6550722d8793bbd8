import { knexOf } from '../postgres/database.js';
import type { Enqueue } from './enqueue.js';

export const enqueueInPostgres: Enqueue = async (tx, job) => {
  await knexOf(tx).raw('select gatehouse.enqueue(?, ?::json, ?, ?, ?)', [
    job.task,
    JSON.stringify({ ...job.payload, tenantId: tx.tenantId }),
    job.runAt ?? null,
    job.jobKey ?? null,
    job.maxAttempts ?? null,
  ]);
};
