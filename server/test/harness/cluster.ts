import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.js';
import { startTimeOf } from '../../src/platform/embedded-postgres/process-identity.js';
import { migrate } from '../../src/platform/postgres/migrate.js';
import { createDatabase, runOn, type TestCluster } from './test-database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

const FOLDER_PREFIX = 'gatehouse-test-cluster-';
/** Nothing here outlives the run, so nothing has to reach the disk. */
const NOT_DURABLE = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * Global set-up: one PostgreSQL for the whole run, with one migrated database to copy from. With
 * DATABASE_URL it is that one (15 or later; the role needs CREATEDB and CREATEROLE, no more).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const { connectionString, stop } = given ? useGiven(given) : await startOwnCluster();
  const prefix = `gatehouse_test_${String(process.pid)}`;
  const cluster = { connectionString, prefix, template: `${prefix}_template` };
  const tearDown = async () => {
    if (given) await dropAll(cluster);
    await stop();
  };
  try {
    const template = await createDatabase(connectionString, cluster.template);
    await migrate(template.connectionString);
  } catch (error) {
    await tearDown();
    throw error;
  }
  project.provide('testCluster', cluster);
  return tearDown;
}

function useGiven(connectionString: string) {
  return { connectionString, stop: () => Promise.resolve() };
}

async function startOwnCluster() {
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${FOLDER_PREFIX}${String(process.pid)}-`));
  const extraFlags = [...NOT_DURABLE, 'max_connections=300'].flatMap((flag) => ['-c', flag]);
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined, extraFlags });
  const admin = `postgres://postgres@127.0.0.1:${String(postgres.port)}/postgres`;
  await runOn(admin, ['alter role gatehouse createdb']);
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { connectionString: postgres.connectionString, stop };
}

/** A run that was killed could not stop its cluster. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(FOLDER_PREFIX) ? parseInt(name.slice(FOLDER_PREFIX.length)) : 0;
    if (pid === 0 || startTimeOf(pid) !== undefined) continue;
    const dataDir = join(tmpdir(), name);
    await startEmbeddedPostgres({ dataDir, log: () => undefined })
      .then((abandoned) => abandoned.stop())
      .then(() => rm(dataDir, { recursive: true, force: true }))
      // It may be another user's, who will remove it then.
      .catch(() => undefined);
  }
}

async function dropAll({ connectionString, prefix }: TestCluster): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [`${prefix}_`],
  );
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  await client.end();
}
