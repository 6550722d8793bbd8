import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The account that PostgreSQL runs as: undefined means the one we run as ourselves. */
export type OperatingUser = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the
 * cluster already, else `postgres`, else `nobody`.
 */
export function chooseOperatingUser(dataDir: string): OperatingUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(join(dataDir, 'cluster'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Start as another user, or set DATABASE_URL.',
  );
}

/** Whether that account can run this command, found out by running it. */
export async function canRun(user: OperatingUser, command: string, args: readonly string[]) {
  const run = promisify(execFile);
  return run(command, args, { ...user, cwd: '/', env: {} }).then(
    () => true,
    () => false,
  );
}
