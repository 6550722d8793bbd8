import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from './free-port.js';
import type { OperatingUser } from './operating-user.js';
import { isPostgresOn, startTimeOf } from './process-identity.js';

/** A running server process of PostgreSQL. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

interface Launch {
  readonly program: string;
  readonly cluster: string;
  readonly user: OperatingUser;
  /** Its messages go to this file, which starts empty. */
  readonly logFile: string;
  readonly extraFlags: readonly string[];
}

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'];
/** The port was taken since we looked, or sessions of a killed server are still ending. */
const PASSING_FAULT = /Address already in use|pre-existing shared memory block/;
const ATTEMPTS = 10;
const RETRY_MS = 300;
const atExit = new Set<() => unknown>();
const POLL_MS = 20;
/** Recovery after a crash replays the write-ahead log first, so this is generous. */
const READY_WITHIN_MS = 120_000;
/** How long a fast shutdown may take before it becomes an immediate one, and that one a kill. */
const STOP_WITHIN_MS = 8_000;

/** Finds the server that a killed process left behind on this cluster, once it takes connections. */
export async function adoptPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const pid = (await readPidFile(cluster))?.pid;
  if (pid === undefined) return undefined;
  if (isPostgresOn(pid, cluster)) {
    endWithThisProcess(pid);
    return waitUntilReady(cluster, pid);
  }
  // The number was given to another process since, which would keep PostgreSQL from starting.
  if (startTimeOf(pid) !== undefined) await rm(join(cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Starts a server on a free port of the loopback address; rejects with the end of its log. */
export async function launchPostmaster(launch: Launch): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const ready = await waitUntilReady(launch.cluster, await spawnPostmaster(launch));
    if (ready) return ready;
    const log = (await readFile(launch.logFile, 'utf8')).trim();
    if (attempt < ATTEMPTS && PASSING_FAULT.test(log)) {
      await delay(RETRY_MS);
      continue;
    }
    const tail = log.split('\n').slice(-15).join('\n');
    throw new Error(`The embedded PostgreSQL did not start. The end of its log:\n${tail}`);
  }
}

async function spawnPostmaster(launch: Launch): Promise<number> {
  const args = ['-D', launch.cluster, '-p', String(await findFreePort())];
  args.push(...SETTINGS.flatMap((setting) => ['-c', setting]), ...launch.extraFlags);
  const log = await open(launch.logFile, 'w', 0o600);
  try {
    // A session of its own: Ctrl-C in the terminal must not stop it before we have finished.
    const child = spawn(launch.program, args, {
      ...launch.user,
      cwd: '/',
      env: {},
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn');
    child.unref();
    const { pid = 0 } = child;
    endWithThisProcess(pid);
    return pid;
  } finally {
    await log.close();
  }
}

/** Covers every way out of this process that has not stopped the server before. */
function endWithThisProcess(pid: number): void {
  if (atExit.size === 0) process.once('exit', () => atExit.forEach((end) => end()));
  const started = startTimeOf(pid);
  atExit.add(
    () => started !== undefined && startTimeOf(pid) === started && process.kill(pid, 'SIGINT'),
  );
}

/** Ends the server: sessions are broken off, open transactions rolled back, everything is saved. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const started = startTimeOf(pid);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (started === undefined || startTimeOf(pid) !== started) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_WITHIN_MS;
    while (startTimeOf(pid) === started && Date.now() < deadline) await delay(POLL_MS);
  }
}

/** Resolves to undefined when the process ends before it takes connections. */
async function waitUntilReady(cluster: string, pid: number): Promise<Postmaster | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (startTimeOf(pid) !== undefined) {
    const found = await readPidFile(cluster);
    if (found?.pid === pid && found.status === 'ready') return { pid, port: found.port };
    if (Date.now() > deadline) throw new Error('The embedded PostgreSQL takes no connections.');
    await delay(POLL_MS);
  }
  return undefined;
}

async function readPidFile(cluster: string) {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n');
  return lines && { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
}
