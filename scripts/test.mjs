// `npm test`: brings Node 24 and the packages as `npm start` does, then runs every check on them.
import './boot/require-node.mjs';
import { join } from 'node:path';
import { childEnvironment, nodeProgram, root, threadPoolSize } from './boot/environment.mjs';
import { exitCodeFor } from './boot/exit-code.mjs';
import { ensureInstalled } from './boot/install.mjs';
import { forwardSignals, run } from './boot/run.mjs';

forwardSignals();
try {
  await ensureInstalled().catch((error) => {
    console.log('0 passed, 1 failed');
    throw error;
  });
  await run(nodeProgram(), [join(root, 'scripts/check/check-all.mjs')], {
    cwd: root,
    env: childEnvironment({ UV_THREADPOOL_SIZE: threadPoolSize(), FORCE_COLOR: '0' }),
    show: true,
  });
} catch (error) {
  process.exitCode = exitCodeFor(error);
}
