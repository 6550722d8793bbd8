// Starts a database as a process of its own would, so that a test can kill that process.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('./') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
});
const { startEmbeddedPostgres } = await import('./index.js');
const { port } = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => undefined });
// Ends without stopping the database.
process.on('SIGTERM', () => process.exit());
process.stdout.write(`${port}\n`);
setInterval(() => undefined, 60_000);
