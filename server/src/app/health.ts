import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Database } from '../platform/postgres/database.js';
import type { QueueWorker } from '../platform/queue/worker.js';

interface Deps {
  readonly database: Database;
  readonly worker: QueueWorker;
  readonly pendingMigrations: () => Promise<string[]>;
  readonly countMails: () => Promise<{ queued: number; failed: number }>;
}

export interface Health {
  readonly health: RequestHandler;
  readonly ready: RequestHandler;
  readonly metrics: RequestHandler;
}

/** Alive: the process answers. */
const health: RequestHandler = (_request, response) => {
  response.json({ status: 'alive' });
};

/** What operators and load balancers ask, on any host. */
export const createHealth = ({ database, worker, pendingMigrations, countMails }: Deps): Health => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labels: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labels], registers: [registry] });
  const jobs = gauge('gatehouse_queue_jobs', 'Jobs that wait, and jobs that were given up.', [
    'state',
  ]);
  const mails = gauge('gatehouse_mails', 'Mails that wait, and mails that failed for good.', [
    'state',
  ]);
  const databaseUp = gauge('gatehouse_database_up', '1 while the database answers, else 0.');
  const connections = gauge(
    'gatehouse_database_pool',
    'Connections in use, and calls that wait for one.',
    ['state'],
  );

  const ready: RequestHandler = async (_request, response) => {
    const checks = {
      database: await database.callFunction('select 1').then(
        () => true,
        () => false,
      ),
      queue: worker.isAlive(),
      migrations: await pendingMigrations().then(
        (pending) => pending.length === 0,
        () => false,
      ),
    };
    const isReady = Object.values(checks).every(Boolean);
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', checks });
  };

  /** What only the database knows; the process's own figures are told without it, too. */
  const readCounts = async (): Promise<void> => {
    const [queue, mail] = [await worker.counts(), await countMails()];
    jobs.set({ state: 'waiting' }, queue.waiting);
    jobs.set({ state: 'failed' }, queue.failed);
    mails.set({ state: 'queued' }, mail.queued);
    mails.set({ state: 'failed' }, mail.failed);
  };

  const metrics: RequestHandler = async (_request, response) => {
    const isUp = await readCounts().then(
      () => true,
      () => false,
    );
    databaseUp.set(isUp ? 1 : 0);
    if (!isUp) [jobs, mails].forEach((stale) => stale.reset());
    const { used, waiting } = database.poolUse();
    connections.set({ state: 'used' }, used);
    connections.set({ state: 'waiting' }, waiting);
    response.type(registry.contentType).send(await registry.metrics());
  };

  return { health, ready, metrics };
};
