import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The checkout's top folder. */
export const root = resolve(import.meta.dirname, '../..');

/** Our own Node 24 when its package is installed, else the running one. */
export function nodeProgram() {
  const installed = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}. Install Node 24 yourself and start again with it.`,
  );
}

/**
 * The environment for everything we start: without the `npm_*` variables, which turn npx and pnpm
 * into a part of the npm that started us, and with our own Node first.
 */
export function childEnvironment(additions = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...Object.fromEntries(inherited), PATH: path, ...additions };
}

/** Hashing passwords may use every core and must not keep DNS and files waiting behind it. */
export function threadPoolSize() {
  return process.env.UV_THREADPOOL_SIZE ?? String(availableParallelism() + 4);
}
