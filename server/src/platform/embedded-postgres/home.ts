import { chmod, mkdir, mkdtemp, realpath, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRun, type OperatingUser } from './operating-user.js';

/** Where root keeps the cluster when the account of PostgreSQL can't reach the data directory. */
const ELSEWHERE = ['/var/lib/gatehouse', join(tmpdir(), 'gatehouse')];

/**
 * The folder that holds the cluster: the data directory itself, or one that the account of
 * PostgreSQL can reach, which the link `home` in the data directory then points to.
 */
export async function provideHome(dataDir: string, user: OperatingUser): Promise<string> {
  if (user === undefined) return dataDir;
  const link = join(dataDir, 'home');
  const linked = await realpath(link).catch(() => undefined);
  if (linked !== undefined) return linked;
  await chmod(dataDir, 0o711);
  if (await mayEnter(user, dataDir)) return dataDir;
  for (const place of ELSEWHERE) {
    const home = await makeFolderIn(place).catch(() => undefined);
    if (home === undefined || !(await mayEnter(user, home))) continue;
    await symlink(home, link);
    return home;
  }
  throw new Error(
    `The user that runs PostgreSQL reaches neither ${dataDir} nor ${ELSEWHERE.join(' nor ')}. Set DATA_DIR to a folder below one that everybody may enter.`,
  );
}

async function makeFolderIn(place: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  const home = await mkdtemp(join(place, 'data-'));
  await chmod(home, 0o711);
  return home;
}

function mayEnter(user: OperatingUser, folder: string): Promise<boolean> {
  return canRun(user, 'test', ['-x', folder]);
}
