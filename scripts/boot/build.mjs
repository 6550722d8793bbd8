import { pnpm } from './install.mjs';
import { hashOf, isDone, markDone } from './stamp.mjs';

/** What a build depends on beside its own folder. */
const SHARED = ['tsconfig.base.json', 'pnpm-lock.yaml', 'password-rules'];
const INPUTS = {
  server: ['server/src', 'server/package.json', 'server/tsconfig.json'],
  client: ['client', 'server/schema'],
  signup: ['signup', 'server/schema'],
};

/** Builds those of the three packages whose sources have changed since. */
export async function ensureBuilt() {
  const stale = Object.entries(INPUTS)
    .map(([name, paths]) => ({ name, hash: hashOf([...SHARED, ...paths]) }))
    .filter(({ name, hash }) => !isDone(stampOf(name), hash));
  if (stale.length === 0) return;
  console.log(`Building ${stale.map(({ name }) => name).join(', ')}.`);
  const builds = await Promise.allSettled(
    stale.map(async ({ name, hash }) => {
      await pnpm(['--filter', `@gatehouse/${name}`, 'run', 'build']);
      markDone(stampOf(name), hash);
    }),
  );
  for (const { status, reason } of builds) if (status === 'rejected') throw reason;
}

/** Inside of what was built, so that it goes when that is deleted. */
function stampOf(name) {
  return `${name}/dist/.build-stamp`;
}
