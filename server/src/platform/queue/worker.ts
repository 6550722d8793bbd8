import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Log } from '../log/log.js';
import { createHeartbeat } from './heartbeat.js';
import type { Task } from './task.js';
import { createWorkerPool } from './worker-pool.js';

export interface QueueWorker {
  /** Whether it takes jobs and could say so to the database within the last 30 s. */
  isAlive(): boolean;
  /** Jobs that wait for their first or next try, and jobs that are given up. */
  counts(): Promise<{ waiting: number; failed: number }>;
  /** Takes no more jobs, waits for those that run, and hands over what is not done in time. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Direct connection as the owner: the queue needs LISTEN and its own schema. */
  readonly connectionString: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Cron lines of graphile-worker, e.g. `0 * * * * purge`. */
  readonly crontab: string;
  readonly log: Log;
  /** Jobs at once. */
  readonly concurrency: number;
  /** How long stopping waits for running jobs, in ms; the whole server has 10 s. */
  readonly stopWithinMs?: number;
}

const heartbeatMs = 5_000;
const aliveMs = 30_000;
const restartMs = 1_000;
const defaultStopWithinMs = 7_000;

const libraryLog = (log: Log): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ from: 'queue' }, message);
    else if (level === 'warning') log.warn({ from: 'queue' }, message);
  });

const toTaskList = (tasks: WorkerOptions['tasks']): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload, { job }) =>
        task(payload, { number: job.attempts, isLast: job.attempts >= job.max_attempts }),
    ]),
  );

/** Starts the queue worker of this process. It starts itself again when the database was away. */
export const startWorker = async (options: WorkerOptions): Promise<QueueWorker> => {
  const { concurrency, log, stopWithinMs = defaultStopWithinMs } = options;
  const pool = createWorkerPool(options.connectionString, concurrency + 3, log);
  const heartbeat = createHeartbeat(pool);
  const logger = libraryLog(log);
  let runner: Runner | null = null;
  let workerId = '';
  let lastBeat = 0;
  let stopping = false;
  const isStopping = (): boolean => stopping;

  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    workerId = workerPool.id;
  });

  const beat = async (): Promise<void> => {
    await heartbeat.beat(workerId);
    lastBeat = Date.now();
    const dead = await heartbeat.releaseDead();
    if (dead.length > 0) log.warn({ workers: dead }, 'took over the jobs of silent workers');
  };
  const tryToBeat = (): void => {
    beat().catch((error: unknown) =>
      log.warn({ err: error }, 'the queue could not report that it is alive'),
    );
  };

  const signOff = (): Promise<void> =>
    heartbeat
      .end(workerId)
      .catch((error: unknown) => log.warn({ err: error }, 'the queue could not sign off'));

  const runLibrary = async (): Promise<void> => {
    runner = await run({
      pgPool: pool,
      logger,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: 2_000,
      crontab: options.crontab,
      taskList: toTaskList(options.tasks),
      // Without batches a result that can't be written down ends the program, and isn't awaited.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    runner.promise.then(runAgain, runAgain);
  };
  /** The library gives up when it can't write down a result: the database was away. */
  const runAgain = async (error?: unknown): Promise<void> => {
    runner = null;
    if (isStopping()) return;
    log.error({ err: error }, 'the queue stopped by itself and is started again');
    await delay(restartMs);
    if (isStopping()) return;
    await signOff();
    await runLibrary().catch(runAgain);
  };

  await runLibrary();
  await beat();
  const timer = setInterval(tryToBeat, heartbeatMs);

  return {
    isAlive: () => runner !== null && Date.now() - lastBeat < aliveMs,
    async counts() {
      const { rows } = await pool.query<{ waiting: number; failed: number }>(
        `select count(*) filter (where attempts < max_attempts)::int as waiting,
                count(*) filter (where attempts >= max_attempts)::int as failed
           from graphile_worker._private_jobs`,
      );
      return rows[0] ?? { waiting: 0, failed: 0 };
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      const tooLate = delay(stopWithinMs, 'too late', { ref: false });
      const done = runner?.stop().catch(() => undefined); // it may have stopped by itself
      const end = await Promise.race([done, tooLate]);
      if (end === 'too late') log.warn('jobs that still run are handed over to other workers');
      await signOff();
      await pool.end();
    },
  };
};
