import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { OperatingUser } from './operating-user.js';

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];

/** Makes an empty cluster whose only role is the superuser `postgres`, without a password. */
export async function initialiseCluster(
  cluster: string,
  initdb: string,
  user: OperatingUser,
): Promise<void> {
  // Renamed only when complete, so that a kill in between leaves nothing that looks like a cluster.
  const draft = `${cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (user) await chown(draft, user.uid, user.gid);
  const args = ['-D', draft, '-U', 'postgres', '-A', 'trust', '--no-sync', '--no-instructions'];
  const run = promisify(execFile);
  await run(initdb, [...args, ...LOCALE, '--builtin-locale=C.UTF-8'], {
    ...user,
    cwd: '/',
    env: {},
  }).catch((error: unknown) => {
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new Error(`The embedded PostgreSQL could not be set up: ${said.trim()}`);
  });
  await rename(draft, cluster);
}
