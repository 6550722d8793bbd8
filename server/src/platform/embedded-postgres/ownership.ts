import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTimeOf } from './process-identity.js';

/**
 * Marks the data directory as used by this process, so that a second one neither adopts nor stops
 * the database under it. Rejects while another process that is still alive uses the directory.
 */
export async function takeOwnership(dataDir: string): Promise<{ release(): Promise<void> }> {
  const file = join(dataDir, 'owner');
  const owner = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  const pid = Number(owner[0]);
  if (pid > 0 && pid !== process.pid && startTimeOf(pid) === owner[1]) {
    throw new Error(
      `The database in ${dataDir} is in use by the process ${String(pid)}. Stop that one first, or choose another DATA_DIR.`,
    );
  }
  await writeFile(file, `${String(process.pid)} ${startTimeOf(process.pid) ?? ''}`);
  return { release: () => rm(file, { force: true }) };
}
