import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './environment.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', 'generated', 'test-results']);

/** One hash over the names and contents of files and folders, which are paths below the top. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of paths.flatMap(filesBelow)) hash.update(`\0${path}\0`).update(read(path));
  return hash.digest('hex');
}

/** Whether this work was done before on exactly these inputs. */
export function isDone(stamp, hash) {
  return read(stamp).toString() === hash;
}

export function markDone(stamp, hash) {
  mkdirSync(dirname(join(root, stamp)), { recursive: true });
  writeFileSync(join(root, stamp), hash);
}

function filesBelow(path) {
  if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !NOT_SOURCES.has(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function read(path) {
  try {
    return readFileSync(join(root, path));
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
