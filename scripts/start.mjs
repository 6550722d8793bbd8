// `npm start`: needs nothing but Node >= 20.19 and npm; brings the rest, builds and runs.
import './boot/require-node.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './boot/build.mjs';
import { childEnvironment, nodeProgram, root, threadPoolSize } from './boot/environment.mjs';
import { exitCodeFor } from './boot/exit-code.mjs';
import { ensureInstalled } from './boot/install.mjs';
import { forwardSignals, run } from './boot/run.mjs';

forwardSignals();
try {
  const settings = join(root, '.env');
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensureInstalled();
  await ensureBuilt();
  await runServer(process.argv.slice(2));
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

/** Without a database of one's own there is only the demo, which brings one. */
async function runServer(args) {
  const isDemo = args.includes('--demo') || !process.env.DATABASE_URL;
  const rest = args.filter((arg) => arg !== '--demo');
  await run(
    nodeProgram(),
    [
      '--enable-source-maps',
      ...['--import', join(root, 'scripts/boot/end-with-parent.mjs')],
      join(root, 'server/dist/app/main.js'),
      ...(isDemo ? ['--demo'] : []),
      ...rest,
    ],
    {
      cwd: root,
      // Libraries then leave out checks that are meant for development.
      env: childEnvironment({
        NODE_ENV: process.env.NODE_ENV ?? 'production',
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile'),
        UV_THREADPOOL_SIZE: threadPoolSize(),
      }),
      show: true,
      ipc: true,
    },
  );
}
