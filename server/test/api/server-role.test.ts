import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type ServerOptions } from '../../src/app/start-server.js';
import { defaultLimits } from '../../src/config/limits.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { createLog } from '../../src/platform/log/log.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { runOn } from '../harness/test-database.js';

// A cluster of its own: roles are the same for all databases of one, and other tests run beside.
let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
let dataDir: string;
let administrator: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-role-test-'));
  postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  administrator = `postgres://postgres@127.0.0.1:${String(postgres.port)}/postgres`;
  await migrate(postgres.connectionString);
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const options = (): ServerOptions => ({
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  databaseUrl: postgres.connectionString,
  directDatabaseUrl: postgres.connectionString,
  smtp: {
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'no-reply@gatehouse.example',
    privateNetworks: false,
  },
  secretKey: Buffer.alloc(32),
  trustedProxies: [],
  webhooksToLoopback: false,
  recaptcha: { scriptUrl: 'http://127.0.0.1:9', verifyUrl: 'http://127.0.0.1:9' },
  limits: defaultLimits,
  log: createLog('silent'),
});

describe('the server refuses to start', () => {
  it.each([
    ['is superuser', 'alter role gatehouse_app superuser', 'alter role gatehouse_app nosuperuser'],
    [
      'bypasses policies',
      'alter role gatehouse_app bypassrls',
      'alter role gatehouse_app nobypassrls',
    ],
    [
      'is a member of an owner',
      'create role boss; create table public.own (id int); alter table public.own owner to boss; grant boss to gatehouse_app',
      'drop table public.own; drop role boss',
    ],
    [
      'owns a table',
      'create table public.own (id int); alter table public.own owner to gatehouse_app',
      'drop table public.own',
    ],
  ])('when its role %s, and says what to do', async (_what, spoil, mend) => {
    const inDatabase = new URL(administrator);
    inDatabase.pathname = new URL(postgres.connectionString).pathname;
    await runOn(inDatabase.href, [spoil]);
    try {
      await expect(startServer(options())).rejects.toThrow(/gatehouse_app[^]*create role/);
    } finally {
      await runOn(inDatabase.href, [mend]);
    }
  });

  it('for nothing else: with the role mended it starts', async () => {
    const server = await startServer(options());
    await server.stop();
  });
});
