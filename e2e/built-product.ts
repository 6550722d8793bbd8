import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DEMO_FILE_VARIABLE, readDemo } from './demo.js';
import { startRecaptcha } from './recaptcha.js';

const root = resolve(import.meta.dirname, '..');
const UP_WITHIN_MS = 90_000;
/** For pictures that show an address; tests take any free port. */
const PORT_VARIABLE = 'GATEHOUSE_PICTURES_PORT';

/** Global set-up: the product as it was built, as a demo of its own on free ports. */
export default async function startBuiltProduct(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'));
  // The user that runs PostgreSQL when we are root has to get in, too.
  await chmod(folder, 0o711);
  const dataDir = join(folder, 'data');
  process.env[DEMO_FILE_VARIABLE] = join(dataDir, 'demo.json');
  const recaptcha = await startRecaptcha();
  // Tenants of the journeys have mail servers on this machine.
  const mail = { TENANT_MAIL_TO_PRIVATE_NETWORKS: 'true' };
  const server = startServer({ DATA_DIR: dataDir, ...mail, ...recaptcha.environment });
  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    await recaptcha.stop();
    await rm(folder, { recursive: true, force: true });
  };
  await untilReady(server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return stop;
}

function startServer(environment: Record<string, string>): ChildProcess {
  const { DATABASE_URL: notForTheDemo, ...inherited } = process.env;
  const endWithUs = join(root, 'scripts/boot/end-with-parent.mjs');
  return spawn(
    process.execPath,
    ['--import', endWithUs, join(root, 'server/dist/app/main.js'), '--demo'],
    {
      env: {
        ...inherited,
        ...environment,
        PORT: process.env[PORT_VARIABLE] ?? '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
        // Journeys listen to webhooks on this machine.
        WEBHOOKS_TO_LOOPBACK: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
}

async function untilReady(server: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (text: Buffer) => (output = (output + text.toString()).slice(-10_000)));
  }
  const deadline = Date.now() + UP_WITHIN_MS;
  while (!(await isReady())) {
    if (server.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not start. It said:\n${output}`);
    }
    await delay(100);
  }
}

async function isReady(): Promise<boolean> {
  if (!existsSync(process.env[DEMO_FILE_VARIABLE] ?? '')) return false;
  const { port } = new URL(readDemo().consoleUrl);
  return fetch(`http://127.0.0.1:${port}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}
