import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './index.js';
import { startTimeOf } from './process-identity.js';

const isRoot = process.getuid?.() === 0;
const log = () => undefined;
const undo: (() => unknown)[] = [];
let dataDir: string;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-postgres-test-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'postgres');
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}) {
  // Nothing here outlives the machine, so nothing has to wait for the disk.
  const extraFlags = ['-c', 'fsync=off'];
  const postgres = await startEmbeddedPostgres({ dataDir, log, extraFlags, ...options });
  undo.push(() => postgres.stop());
  return postgres;
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connectionString);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows.map((row) => Object.values(row)[0]);
}

function pidOfPostmaster(): number {
  return Number(readFileSync(join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('startEmbeddedPostgres', { timeout: 60_000 }, () => {
  it('gives a database to a plain owner who may create roles and nothing more', async () => {
    const { connectionString } = await start();
    const [rights] = await query(
      connectionString,
      `select array[rolsuper, rolcreaterole, rolcreatedb, rolbypassrls]::text
         from pg_roles where rolname = current_user`,
    );
    expect(rights).toBe('{f,t,f,f}');
    expect(await query(connectionString, 'show listen_addresses')).toEqual(['127.0.0.1']);
  });

  it('keeps the data between starts and leaves no process behind', async () => {
    const first = await start();
    await query(first.connectionString, `create table kept as select 'kept' as word`);
    const pid = pidOfPostmaster();
    await first.stop();
    expect(startTimeOf(pid)).toBeUndefined();

    const second = await start();
    expect(await query(second.connectionString, 'select word from kept')).toEqual(['kept']);
  });

  it('passes flags on', async () => {
    const { connectionString } = await start({ extraFlags: ['-c', 'work_mem=7MB'] });
    expect(await query(connectionString, 'show work_mem')).toEqual(['7MB']);
  });

  it('takes over the database of a process that was killed', async () => {
    const parent = startInOtherProcess();
    const [output] = (await once(parent.stdout, 'data')) as [Buffer];
    await expect(start()).rejects.toThrow(`in use by the process ${String(parent.pid)}`);
    const pid = pidOfPostmaster();
    parent.kill('SIGKILL');
    await once(parent, 'exit');

    const adopted = await start();
    expect(adopted.port).toBe(Number(output.toString()));
    expect(pidOfPostmaster()).toBe(pid);
    expect(await query(adopted.connectionString, 'select 1')).toEqual([1]);
    await adopted.stop();
    expect(startTimeOf(pid)).toBeUndefined();
  });

  it('ends with a process that ends without a word', async () => {
    const parent = startInOtherProcess();
    await once(parent.stdout, 'data');
    const pid = pidOfPostmaster();
    expect(startTimeOf(pid)).toBeDefined();
    parent.kill('SIGTERM');
    await expect.poll(() => startTimeOf(pid), { timeout: 30_000 }).toBeUndefined();
  });

  it('starts again after PostgreSQL itself was killed, with all that was saved', async () => {
    const first = await start();
    await query(first.connectionString, `create table kept as select 'kept' as word`);
    process.kill(pidOfPostmaster(), 'SIGKILL');
    await expect.poll(() => startTimeOf(pidOfPostmaster())).toBeUndefined();
    const second = await start();
    expect(await query(second.connectionString, 'select word from kept')).toEqual(['kept']);
  });

  it('rejects with the end of the log when PostgreSQL refuses to start', async () => {
    await expect(start({ extraFlags: ['-c', 'shared_buffers=none'] })).rejects.toThrow(
      /did not start[^]*invalid value for parameter "shared_buffers"/,
    );
    expect(await query((await start()).connectionString, 'select 1')).toEqual([1]);
  });

  it.runIf(isRoot)('moves out of a folder that only root may enter', async () => {
    const folder = join(dataDir, 'private');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    dataDir = join(folder, 'postgres');
    const first = await start();
    const home = realpathSync(join(dataDir, 'home'));
    undo.unshift(() => rmSync(home, { recursive: true, force: true }));
    expect(dirname(home)).toBe('/var/lib/gatehouse');
    await query(first.connectionString, `create table kept as select 'kept' as word`);
    await first.stop();
    const second = await start();
    expect(await query(second.connectionString, 'select word from kept')).toEqual(['kept']);
  });
});

function startInOtherProcess() {
  const program = join(import.meta.dirname, 'orphan-parent.fixture.mjs');
  return spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
}
