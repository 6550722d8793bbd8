import type pg from 'pg';

/** Silent for longer, a worker counts as dead (security rules, «Nothing lost»). */
const deadAfterSeconds = 30;

/** Tells the other workers that this one is alive, and frees the jobs of those that are not. */
export interface Heartbeat {
  beat(workerId: string): Promise<void>;
  /** @returns the workers that were dead and held jobs */
  releaseDead(): Promise<string[]>;
  /** Frees what a worker holds and forgets it, when it ends in order. */
  end(workerId: string): Promise<void>;
}

/**
 * The library frees the jobs of a killed worker after 4 hours only.
 * @param pool connections as the owner; all times are the database's
 */
export const createHeartbeat = (pool: pg.Pool): Heartbeat => {
  const release = (workerIds: readonly string[]) =>
    pool.query('select graphile_worker.force_unlock_workers($1)', [workerIds]);

  return {
    async beat(workerId) {
      await pool.query(
        `insert into public.worker_heartbeats (worker_id, seen_at) values ($1, now())
         on conflict (worker_id) do update set seen_at = excluded.seen_at`,
        [workerId],
      );
    },

    async releaseDead() {
      // A worker that has just started may hold a job before its first beat: hence locked_at.
      const { rows } = await pool.query<{ worker_id: string }>(
        `select distinct j.locked_by as worker_id from graphile_worker._private_jobs j
          where j.locked_at < now() - make_interval(secs => $1) and not exists (
            select from public.worker_heartbeats h
             where h.worker_id = j.locked_by and h.seen_at > now() - make_interval(secs => $1))`,
        [deadAfterSeconds],
      );
      const workerIds = rows.map((row) => row.worker_id);
      if (workerIds.length > 0) await release(workerIds);
      await pool.query(
        `delete from public.worker_heartbeats where seen_at < now() - interval '1 day'`,
      );
      return workerIds;
    },

    async end(workerId) {
      await release([workerId]);
      await pool.query('delete from public.worker_heartbeats where worker_id = $1', [workerId]);
    },
  };
};
