import { childEnvironment, root } from './environment.mjs';
import { run } from './run.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

const PNPM = 'pnpm@12.21.0';
const STAMP = 'node_modules/.gatehouse-installed';
const PACKAGES = ['.', 'server', 'client', 'signup', 'e2e'];
const INPUTS = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...PACKAGES.map((at) => `${at}/package.json`),
];

/** Runs pnpm, which npx brings. */
export function pnpm(args, options = {}) {
  // CI keeps pnpm from asking questions that nobody may be there to answer.
  const env = childEnvironment({ CI: 'true' });
  return run('npx', ['-y', PNPM, ...args], { cwd: root, env, ...options });
}

/** Installs what the lock file says, unless that has been done. */
export async function ensureInstalled() {
  const hash = hashOf(INPUTS);
  if (isDone(STAMP, hash)) return;
  console.log('Installing packages. The first time this takes about a minute.');
  await pnpm(['install', '--frozen-lockfile'], { show: true });
  markDone(STAMP, hash);
}
