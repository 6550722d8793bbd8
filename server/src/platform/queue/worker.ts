import { EventEmitter } from 'node:events';
import {
  Logger,
  makeWorkerUtils,
  run,
  type TaskList,
  type WorkerEvents,
  type WorkerUtils,
} from 'graphile-worker';
import pg from 'pg';
import type { Log } from '../log/log.js';

/** A task gets a checked payload and calls one use case. */
export type Task = (payload: unknown, attempt: TaskAttempt) => Promise<void>;

export interface TaskAttempt {
  /** 1 for the first try. */
  readonly number: number;
  readonly isLast: boolean;
}

export interface QueueWorker {
  /** Jobs that wait for their first or next try, and jobs that are given up. */
  counts(): Promise<{ waiting: number; failed: number }>;
  stop(): Promise<void>;
}

interface WorkerOptions {
  /** Direct connection as the owner: the queue needs LISTEN and its own schema. */
  readonly connectionString: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Cron lines of graphile-worker, e.g. `0 * * * * purge`. */
  readonly crontab: string;
  readonly log: Log;
  readonly concurrency: number;
}

const heartbeatMs = 5_000;
/** Silent for longer, a worker counts as dead and its jobs are released (security rules, «Nothing lost»). */
const deadAfterSeconds = 30;

const libraryLog = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ from: 'queue' }, message);
    else if (level === 'warning') log.warn({ from: 'queue' }, message);
  });

const taskList = (tasks: WorkerOptions['tasks']): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload, { job }) =>
        task(payload, { number: job.attempts, isLast: job.attempts >= job.max_attempts }),
    ]),
  );

/** Releases the jobs of workers that fell silent: a kill -9 must not hold a job for hours. */
const releaseDeadWorkers = async (pool: pg.Pool, utils: WorkerUtils): Promise<void> => {
  const { rows } = await pool.query<{ worker_id: string }>(
    `select distinct j.locked_by as worker_id from graphile_worker._private_jobs j
      where j.locked_by is not null and not exists (
        select from public.worker_heartbeats h
         where h.worker_id = j.locked_by and h.seen_at > now() - make_interval(secs => $1))`,
    [deadAfterSeconds],
  );
  if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.worker_id));
  await pool.query(`delete from public.worker_heartbeats where seen_at < now() - interval '1 day'`);
};

/** Starts the queue worker of this process. */
export const startWorker = async (options: WorkerOptions): Promise<QueueWorker> => {
  const { connectionString, log } = options;
  const pool = new pg.Pool({ connectionString, max: options.concurrency + 3 });
  pool.on('error', (error) => log.warn({ err: error }, 'the queue lost a database connection'));
  const logger = libraryLog(log);
  const utils = await makeWorkerUtils({ pgPool: pool, logger });
  await releaseDeadWorkers(pool, utils);

  const events: WorkerEvents = new EventEmitter();
  let poolId = '';
  events.on('pool:create', ({ workerPool }) => {
    poolId = workerPool.id;
  });
  const beat = async (): Promise<void> => {
    await pool.query(
      `insert into public.worker_heartbeats (worker_id, seen_at) values ($1, now())
       on conflict (worker_id) do update set seen_at = excluded.seen_at`,
      [poolId],
    );
    await releaseDeadWorkers(pool, utils);
  };

  const runner = await run({
    pgPool: pool,
    logger,
    events,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 2_000,
    crontab: options.crontab,
    taskList: taskList(options.tasks),
  });
  await beat();
  const timer = setInterval(() => {
    beat().catch((error: unknown) =>
      log.warn({ err: error }, 'the queue could not report that it is alive'),
    );
  }, heartbeatMs);

  return {
    async counts() {
      const { rows } = await pool.query<{ waiting: number; failed: number }>(
        `select count(*) filter (where attempts < max_attempts)::int as waiting,
                count(*) filter (where attempts >= max_attempts)::int as failed
           from graphile_worker._private_jobs`,
      );
      return rows[0] ?? { waiting: 0, failed: 0 };
    },
    async stop() {
      clearInterval(timer);
      await runner.stop();
      await pool.query('delete from public.worker_heartbeats where worker_id = $1', [poolId]);
      await utils.release();
      await pool.end();
    },
  };
};
