import { existsSync } from 'node:fs';
import { chromiumProgram } from '../../e2e/chromium.ts';
import { childEnvironment } from '../boot/environment.mjs';
import { run } from '../boot/run.mjs';

/** Finds a browser for the browser tests; as root on Debian and its kin it installs one. */
export async function ensureChromium() {
  if (isInstalled() || !mayInstall()) return void chromiumProgram();
  const env = childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  chromiumProgram();
}

function isInstalled() {
  try {
    return chromiumProgram() !== '';
  } catch {
    return false;
  }
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
