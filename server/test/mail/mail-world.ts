import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { createMail, type Mail, type MailMessage, type NewMail } from '../../src/mail/index.js';
import type { Clock } from '../../src/platform/clock.js';
import { listenForChanges } from '../../src/platform/postgres/changes.js';
import { createRateLimits } from '../../src/platform/limits/rate-limits.js';
import { createSeal } from '../../src/platform/seal/seal.js';
import { defaultLimits } from '../../src/config/limits.js';
import { createDatabase, type Database } from '../../src/platform/postgres/database.js';
import { enqueueInPostgres } from '../../src/platform/queue/postgres-enqueue.js';
import { startWorker } from '../../src/platform/queue/worker.js';
import { startMailTrap, type MailTrap } from '../harness/mail-trap.js';
import { createTestDatabase } from '../harness/test-database.js';

/** The mail slice with its queue, a database and a mail server of its own. */
export interface MailWorld {
  readonly mail: Mail;
  readonly trap: MailTrap;
  readonly database: Database;
  readonly tenantId: string;
  /** Can be moved. */
  readonly clock: Clock & { time: Date };
  /** What the program logged, at every level. */
  readonly logged: readonly string[];
  /** As the owner, who sees every tenant and the queue. */
  readonly owner: pg.Client;
  startWorker(): Promise<void>;
  queue(mail?: Partial<NewMail>): Promise<string>;
  find(id: string): Promise<MailMessage>;
  /** The waiting job's distance from now, in seconds; null without one. */
  secondsToNextTry(): Promise<number | null>;
  /** Lets the time pass until the next try. */
  makeDue(): Promise<void>;
  stop(): Promise<void>;
}

export const secret = 'the-secret-of-the-link-0123456789';
export const code = '271828';

export const newMail: NewMail = {
  template: 'activation',
  to: 'ada@example.com',
  locale: 'en',
  variables: { host: 'acme.localhost' },
};

export const activation = {
  variables: { tenantName: 'Acme', host: 'acme.localhost', name: 'Ada', hours: 24, minutes: 15 },
  secrets: { url: `http://acme.localhost:3000/signup/activate#${secret}`, code },
};

/** @param stepMs how long the mail server may take for a step */
export const createMailWorld = async (stepMs = 5_000): Promise<MailWorld> => {
  const own = await createTestDatabase();
  const database = createDatabase(own.connectionString, 4);
  const owner = new pg.Client(own.connectionString);
  await owner.connect();
  const tenantId = randomUUID();
  await owner.query(`insert into tenants (id, name, created_at) values ($1, 'Acme', now())`, [
    tenantId,
  ]);
  const trap = await startMailTrap();
  const clock = { time: new Date(), now: () => clock.time };
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const smtp = { smtpUrl: trap.url, mailFrom: 'Gatehouse <no-reply@mail.example>', stepMs };
  const changes = await listenForChanges(own.connectionString, log);
  const limits = createRateLimits(own.connectionString, defaultLimits);
  const mail = createMail({
    ...{ database, changes, limits, clock, log },
    enqueue: enqueueInPostgres,
    seal: createSeal(randomBytes(32)),
    recordAudit: async () => undefined,
    brandingOf: async () => null,
    previewBrandingOf: () => Promise.resolve(null),
    publicUrl: 'http://localhost:3000',
    smtp: { ...smtp, privateNetworks: false },
  });
  const stops: (() => Promise<void>)[] = [];

  return {
    ...{ mail, trap, database, tenantId, clock, logged, owner },
    async startWorker() {
      const worker = await startWorker({
        connectionString: own.connectionString,
        tasks: mail.tasks,
        crontab: '',
        log,
        concurrency: 2,
      });
      stops.push(() => worker.stop());
    },
    queue: (given) =>
      database.transact(tenantId, (tx) => mail.queueMail(tx, { ...newMail, ...given })),
    async find(id) {
      const { rows } = await owner.query<MailMessage>(
        `select id, template, sent_as as "sentAs", recipient, state, attempts,
                last_error as "lastError", sent_at as "sentAt" from mail_messages where id = $1`,
        [id],
      );
      if (!rows[0]) throw new Error('no such message');
      return rows[0];
    },
    async secondsToNextTry() {
      const { rows } = await owner.query<{ seconds: number }>(
        `select extract(epoch from run_at)::float8 - $1 as seconds from graphile_worker._private_jobs
          where locked_at is null and attempts < max_attempts`,
        [clock.time.getTime() / 1000],
      );
      return rows[0]?.seconds ?? null;
    },
    async makeDue() {
      await owner.query('update graphile_worker._private_jobs set run_at = now()');
    },
    async stop() {
      for (const stop of stops) await stop();
      await trap.stop();
      await changes.stop();
      await limits.close();
      await owner.end();
      await database.close();
      await own.drop();
    },
  };
};
