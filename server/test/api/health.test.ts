import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createHealth } from '../../src/app/health.js';
import { createPendingMigrations } from '../../src/platform/postgres/migrate.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { runOn } from '../harness/test-database.js';
import { getBytes } from './get-bytes.js';

let app: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
});

const ask = async (path: string, host = 'localhost') => {
  const { status, headers, text } = await getBytes(app.server.port, host, path);
  return { status, text, type: headers['content-type'] ?? '' };
};

interface Ready {
  readonly status: string;
  readonly checks: Readonly<Record<'database' | 'queue' | 'migrations', boolean>>;
}

const ready = async (): Promise<{ status: number; body: Ready }> => {
  const { status, text } = await ask('/ready');
  return { status, body: JSON.parse(text) as Ready };
};

const databaseName = (): string => new URL(app.connectionString).pathname.slice(1);

/** Lets nobody into the database, and ends the connections that are open. */
const takeDatabaseAway = (): Promise<void> =>
  runOn(inject('testCluster').connectionString, [
    `alter database ${databaseName()} connection limit 0`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${databaseName()}'`,
  ]);

const giveDatabaseBack = (): Promise<void> =>
  runOn(inject('testCluster').connectionString, [
    `alter database ${databaseName()} connection limit -1`,
  ]);

describe('operators', () => {
  it.each(['localhost', 'evil.example', '10.0.0.1'])(
    'are answered on any host: %s',
    async (host) => {
      expect(await ask('/health', host)).toMatchObject({ status: 200, text: '{"status":"alive"}' });
      expect((await ask('/ready', host)).status).toBe(200);
      const metrics = await ask('/metrics', host);
      expect(metrics).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') });
    },
  );

  it('read what waits and what failed in the metrics, and nothing of any tenant', async () => {
    const { text } = await ask('/metrics');
    for (const name of [
      'gatehouse_database_up 1',
      'gatehouse_queue_jobs{state="waiting"}',
      'gatehouse_queue_jobs{state="failed"} 0',
      'gatehouse_mails{state="queued"} 0',
      'gatehouse_mails{state="failed"} 0',
      'gatehouse_database_pool{state="used"}',
      'process_cpu_seconds_total',
    ]) {
      expect(text).toContain(name);
    }
    expect(text).not.toMatch(/@|tenant=/);
  });

  it('are told of a migration that has not run', async () => {
    const client = new pg.Client(app.connectionString);
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `delete from public.schema_migrations
        where id = (select max(id) from public.schema_migrations) returning name`,
    );
    await client.end();
    const pending = createPendingMigrations(app.connectionString);
    expect(await pending()).toEqual([rows[0]?.name]);
  });

  it('are told what is missing while the database is away, and when it is back', async () => {
    await takeDatabaseAway();
    await expect.poll(async () => (await ready()).body.checks.database).toBe(false);
    expect((await ready()).status).toBe(503);
    expect((await ask('/health')).status).toBe(200);
    const metrics = await ask('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.text).toContain('gatehouse_database_up 0');
    expect(metrics.text).toContain('process_cpu_seconds_total');
    const { status, body, errors } = await tenant.admin.graphql('{ me { user { id } } }');
    expect([status, errors[0]?.extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(body).not.toMatch(/database|connection|context|stack/i);

    await giveDatabaseBack();
    await expect.poll(async () => (await ready()).status, { timeout: 15_000 }).toBe(200);
  });
});

describe('a worker that is silent', () => {
  it('is the reason why the server is not ready, while all else is well', async () => {
    const { ready: answer } = createHealth({
      database: app.server.slices.database,
      worker: {
        isAlive: () => false,
        counts: () => Promise.resolve({ waiting: 0, failed: 0 }),
        stop: () => Promise.resolve(),
      },
      pendingMigrations: () => Promise.resolve([]),
      countMails: () => Promise.resolve({ queued: 0, failed: 0 }),
    });
    const server = createServer(express().get('/ready', answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, text } = await getBytes(port, 'localhost', '/ready');
    server.close();
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      status: 'not ready',
      checks: { database: true, queue: false, migrations: true },
    });
  });
});
