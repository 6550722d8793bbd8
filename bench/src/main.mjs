// Measures what docs/performance.md sets budgets for, each beside a limit of the same minute.
// --profile <folder> also writes CPU profiles of the server; --only <part of a name> picks paths.
import { mkdir } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { readingPaths } from './reading-paths.mjs';
import { formatTable } from './table.mjs';
import { signUpPaths } from './sign-up-paths.mjs';
import { startWorld } from './world.mjs';

const { values } = parseArgs({
  options: { profile: { type: 'string' }, only: { type: 'string' } },
});
if (values.profile) await mkdir(values.profile, { recursive: true });

const world = await startWorld();
try {
  const { register, activate } = signUpPaths(world);
  const { page, html, list } = readingPaths(world);
  // In this order: the later ones need people who have registered.
  const paths = [register(8, 0.75), register(32, 0.8), page, html, activate(), list()];
  const results = [];
  for (const path of paths.filter(({ name }) => name.includes(values.only ?? ''))) {
    process.stderr.write(`${path.name}\n`);
    results.push(await compare(world, path, values.profile));
  }
  console.log(formatTable(results));
  console.log(`\nLoad average of the machine: ${loadavg()[0].toFixed(1)}`);
} finally {
  await world.stop();
}
