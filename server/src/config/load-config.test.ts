import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from './load-config.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-config-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const database = 'postgres://owner:password@db/gatehouse';

describe('loadConfig', () => {
  it('runs the demo without a database, or when asked to', async () => {
    expect(await loadConfig({ DATA_DIR: dataDir }, [])).toMatchObject({
      mode: 'demo',
      publicUrl: null,
      databaseUrl: null,
      smtpUrl: null,
    });
    const asked = await loadConfig({ DATA_DIR: dataDir, DATABASE_URL: database }, ['--demo']);
    expect(asked).toMatchObject({ mode: 'demo', databaseUrl: database });
  });

  it('takes a database of its own for production, and then needs the rest', async () => {
    const message = await loadConfig({ DATA_DIR: dataDir, DATABASE_URL: database }, []).catch(
      (error: unknown) => (error as Error).message,
    );
    for (const name of ['SECRET_KEY', 'PUBLIC_URL', 'SMTP_URL']) expect(message).toContain(name);
  });

  it('reads production, and uses one database address for both purposes unless told', async () => {
    const given = {
      DATA_DIR: dataDir,
      DATABASE_URL: database,
      PUBLIC_URL: 'https://console.example.com/',
      SECRET_KEY: 'A1'.repeat(32),
      SMTP_URL: 'smtps://mail.example.com',
    };
    const config = await loadConfig(given, []);
    expect(config).toMatchObject({
      mode: 'production',
      publicUrl: 'https://console.example.com',
      directDatabaseUrl: database,
    });
    expect(config.secretKey).toEqual(Buffer.alloc(32, 0xa1));
    const direct = 'postgres://owner:password@db:5433/gatehouse';
    const pooled = await loadConfig({ ...given, DIRECT_DATABASE_URL: direct }, []);
    expect(pooled).toMatchObject({ databaseUrl: database, directDatabaseUrl: direct });
    await expect(stat(join(dataDir, 'secret-key'))).rejects.toThrow('ENOENT');
  });

  it('makes the key of a demo once and keeps it for itself', async () => {
    const first = await loadConfig({ DATA_DIR: dataDir }, []);
    const second = await loadConfig({ DATA_DIR: dataDir }, []);
    expect(first.secretKey).toHaveLength(32);
    expect(second.secretKey).toEqual(first.secretKey);
    const file = join(dataDir, 'secret-key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toBe(first.secretKey.toString('hex'));
  });

  it('refuses a kept key that was cut, instead of sealing with less', async () => {
    await writeFile(join(dataDir, 'secret-key'), 'a1a1\n');
    await expect(loadConfig({ DATA_DIR: dataDir }, [])).rejects.toThrow('64 hex digits');
  });
});
