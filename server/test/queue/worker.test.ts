import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../src/platform/postgres/database.js';
import { enqueueInPostgres } from '../../src/platform/queue/postgres-enqueue.js';
import type { Job } from '../../src/platform/queue/enqueue.js';
import type { Task } from '../../src/platform/queue/task.js';
import { startWorker, type QueueWorker } from '../../src/platform/queue/worker.js';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';
import { recordTask } from './task-recorder.js';

const tenantId = randomUUID();
const ids = { thingId: randomUUID() };

let own: TestDatabase;
let database: Database;
/** Looks at the queue's tables as the owner. */
let queue: pg.Client;
let workers: QueueWorker[];

beforeEach(async () => {
  own = await createTestDatabase();
  database = createDatabase(own.connectionString, 4);
  queue = new pg.Client(own.connectionString);
  await queue.connect();
  workers = [];
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await queue.end();
  await database.close();
  await own.drop();
});

const start = async (
  tasks: Record<string, Task>,
  options: { stopWithinMs?: number } = {},
): Promise<QueueWorker> => {
  const worker = await startWorker({
    connectionString: own.connectionString,
    tasks,
    crontab: '',
    log: pino({ level: 'silent' }),
    concurrency: 2,
    ...options,
  });
  workers.push(worker);
  return worker;
};

const stopped = async (worker: QueueWorker): Promise<void> => {
  workers = workers.filter((other) => other !== worker);
  await worker.stop();
};

const enqueue = (job: Partial<Job> = {}): Promise<void> =>
  database.transact(tenantId, (tx) =>
    enqueueInPostgres(tx, { task: 'work', payload: ids, ...job }),
  );

/** As a worker leaves it that was killed in the middle of a job. */
const leaveLocked = (workerId: string, secondsAgo: number) =>
  queue.query(
    `update graphile_worker._private_jobs
        set attempts = 1, locked_by = $1, locked_at = now() - make_interval(secs => $2)`,
    [workerId, secondsAgo],
  );

const beat = (workerId: string, secondsAgo: number) =>
  queue.query(`insert into worker_heartbeats values ($1, now() - make_interval(secs => $2))`, [
    workerId,
    secondsAgo,
  ]);

const jobs = async (): Promise<{ locked_by: string | null; attempts: number }[]> =>
  (await queue.query('select locked_by, attempts from graphile_worker._private_jobs order by id'))
    .rows as never;

describe('enqueue', () => {
  it('runs a job with its ids and the tenant once the transaction commits', async () => {
    const work = recordTask();
    await start({ work: work.task });
    await enqueue();
    expect(await work.next()).toEqual({
      payload: { ...ids, tenantId },
      attempt: { number: 1, isLast: false },
    });
  });

  it('queues nothing when the transaction rolls back', async () => {
    const fault = new Error('changed my mind');
    const attempt = database.transact(tenantId, async (tx) => {
      await enqueueInPostgres(tx, { task: 'work', payload: ids });
      throw fault;
    });
    await expect(attempt).rejects.toBe(fault);
    expect(await jobs()).toEqual([]);
  });

  it('replaces a waiting job of the same key', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await enqueue({ jobKey: 'same', runAt: later });
    await enqueue({ jobKey: 'same', runAt: later, payload: { thingId: 'newer' } });
    await enqueue({ jobKey: 'other', runAt: later });
    expect(await jobs()).toHaveLength(2);
  });
});

describe('a worker', () => {
  it('repeats a job that failed, and says which try it is', async () => {
    const work = recordTask(async (_payload, { number }) => {
      if (number === 1) throw new Error('not yet');
    });
    await start({ work: work.task });
    await enqueue({ maxAttempts: 2 });
    expect((await work.next()).attempt).toEqual({ number: 1, isLast: false });
    expect((await work.next()).attempt).toEqual({ number: 2, isLast: true });
  });

  it('counts what waits and what is given up', async () => {
    const work = recordTask(async () => Promise.reject(new Error('never')));
    const worker = await start({ work: work.task });
    await enqueue({ maxAttempts: 1 });
    await enqueue({ runAt: new Date(Date.now() + 3_600_000) });
    await work.next();
    await expect.poll(() => worker.counts()).toEqual({ waiting: 1, failed: 1 });
  });

  it('takes over at start what a killed worker held', async () => {
    await enqueue();
    await leaveLocked('pool-killed', 31);
    await beat('pool-killed', 31);
    const work = recordTask();
    await start({ work: work.task });
    expect((await work.next()).attempt.number).toBe(2);
    expect(work.runs).toHaveLength(1);
  });

  it('takes over while it runs, too', async () => {
    const work = recordTask();
    await start({ work: work.task });
    await enqueue({ runAt: new Date(Date.now() + 3_600_000) });
    await leaveLocked('pool-killed', 31);
    await queue.query('update graphile_worker._private_jobs set run_at = now()');
    expect((await work.next()).attempt.number).toBe(2);
  });

  it('leaves alone what living workers and new ones hold', async () => {
    await enqueue();
    await leaveLocked('pool-alive', 3_600);
    await beat('pool-alive', 29);
    const work = recordTask();
    await start({ work: work.task });
    expect(await jobs()).toMatchObject([{ locked_by: 'pool-alive' }]);
    await leaveLocked('pool-without-a-beat-yet', 29);
    await stopped(await start({ work: work.task }));
    expect(await jobs()).toMatchObject([{ locked_by: 'pool-without-a-beat-yet' }]);
  });

  it('finishes what runs before it has stopped, and takes nothing new', async () => {
    let finish = (): void => undefined;
    const work = recordTask(() => new Promise((resolve) => (finish = resolve)));
    const worker = await start({ work: work.task });
    await enqueue();
    await work.next();
    const end = stopped(worker);
    await enqueue();
    finish();
    await end;
    expect(work.runs).toHaveLength(1);
    expect(await jobs()).toEqual([{ locked_by: null, attempts: 0 }]);
    const beats = await queue.query('select from worker_heartbeats');
    expect(beats.rowCount).toBe(0);
  });

  it('hands over what does not finish in time', async () => {
    let finish = (): void => undefined;
    const slow = recordTask(() => new Promise((resolve) => (finish = resolve)));
    const worker = await start({ work: slow.task }, { stopWithinMs: 50 });
    await enqueue();
    await slow.next();
    await stopped(worker);
    const work = recordTask();
    await start({ work: work.task });
    expect((await work.next()).attempt.number).toBe(2);
    finish();
  });

  it('goes on when the database was away in the middle of a job', async () => {
    let finish = (): void => undefined;
    const work = recordTask(async () => {
      if (work.runs.length === 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    const worker = await start({ work: work.task });
    await enqueue();
    await work.next();
    await queue.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    finish();
    await expect.poll(jobs, { timeout: 10_000 }).toEqual([]);
    const runs = work.runs.length;
    await enqueue();
    await expect.poll(() => work.runs.length, { timeout: 10_000 }).toBe(runs + 1);
    expect(worker.isAlive()).toBe(true);
  });

  it('starts again when the library gives up by itself', async () => {
    const work = recordTask();
    await start({ work: work.task });
    const listening = async () =>
      (
        await queue.query(
          `select from pg_stat_activity where datname = current_database()
              and pid <> pg_backend_pid() and query ilike '%listen%worker:migrate%'`,
        )
      ).rowCount;
    await expect.poll(listening).toBe(1);
    // The library stops so when another version changes its tables.
    await queue.query(`select pg_notify('worker:migrate', '{"breaking":true}')`);
    await expect.poll(() => process.exitCode).toBe(57);
    process.exitCode = undefined;
    await enqueue();
    await work.next();
    expect(work.runs).toHaveLength(1);
  });
});
