import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../src/demo/index.js';
import { startInbox, type Inbox } from '../../src/inbox/index.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailTrap } from '../harness/mail-trap.js';

const documentation = new URL('../../../docs/api.md', import.meta.url);
const curl = fileURLToPath(new URL('curl.fixture.mjs', import.meta.url));

let app: TestApp;
let inbox: Inbox;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-api-examples-'));
  inbox = await startInbox({
    ...{ dataDir: join(folder, 'inbox'), host: '127.0.0.1' },
    ...{ smtpPort: 0, httpPort: 0 },
  });
  const trap = await startMailTrap();
  await trap.stop();
  app = await startTestApp({ mails: { ...trap, url: inbox.smtpUrl } });
  const { slices, publicUrl } = app.server;
  await seedDemo({
    ...slices,
    transact: slices.database.transact,
    manageDomains: slices.domains.manageDomains,
    manageSelfRegistrations: slices.registration.manageSelfRegistrations,
    devices: slices.inventory.devices,
    manageDashboards: slices.dashboards.manageDashboards,
    createCustomer: slices.customers.createCustomer,
    baseAddressOf: slices.domains.baseAddressOf,
    publicUrl,
    inboxUrl: inbox.url,
    dataDir: join(folder, '.data'),
    secretKey: randomBytes(32),
  });
});

afterAll(async () => {
  await inbox.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The examples as a person would paste them, on the ports of this run. */
const examples = async (): Promise<{ script: string; answers: number }> => {
  const text = await readFile(documentation, 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block);
  const script = blocks
    .join('\n')
    .replaceAll('localhost:3000', `localhost:${app.server.port}`)
    .replaceAll('http://localhost:3025', inbox.url);
  return { script, answers: script.match(/^(ask|curl|tool) /gm)?.length ?? 0 };
};

/** Runs a script in bash, where anything that fails ends it. */
const runInBash = async (script: string): Promise<string> => {
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'curl'), `#!/bin/sh\nexec node ${curl} "$@"\n`, { mode: 0o755 });
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
  });
  return stdout;
};

describe('docs/api.md', () => {
  it('has examples that run, one after the other', async () => {
    const { script, answers } = await examples();
    const output = await runInBash(script);
    const found = output
      .replaceAll('}{', '}\n{')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { data: unknown; errors?: unknown });

    expect(found).toHaveLength(answers);
    for (const answer of found) {
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer)).not.toMatch(/"userErrors":\[[^\]]/);
    }
    const [page] = found;
    expect(page?.data).toMatchObject({ signUpPage: { tenantName: 'Acme' } });
    expect(found.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ activate: expect.objectContaining({ activated: true }) }),
    );
    expect(found.map(({ data }) => data)).toContainEqual({
      importDashboard: expect.objectContaining({
        dashboard: expect.objectContaining({
          widgets: [{ kind: 'ENTITY_TABLE', title: 'Devices' }],
        }),
      }),
    });
    expect(found.map(({ data }) => data)).toContainEqual({
      registrations: expect.objectContaining({
        nodes: [expect.objectContaining({ state: 'ACTIVATED' })],
      }),
    });
  }, 60_000);
});
