import { existsSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { provideBinaries } from './binaries.js';
import { initialiseCluster } from './cluster.js';
import { provideDatabase } from './database.js';
import { provideHome } from './home.js';
import { chooseOperatingUser } from './operating-user.js';
import { takeOwnership } from './ownership.js';
import { adoptPostmaster, launchPostmaster, stopPostmaster } from './postmaster.js';

export interface EmbeddedPostgresOptions {
  /** A folder of its own for the cluster and its log; made when missing, kept between starts. */
  readonly dataDir: string;
  /** Told in one sentence each what a person may want to know. */
  readonly log: (message: string) => void;
  /** More of PostgreSQL's command line, such as `['-c', 'fsync=off']`; not used on adoption. */
  readonly extraFlags?: readonly string[];
}

export interface EmbeddedPostgres {
  /** The address of the database `gatehouse`, as the plain role that owns it. */
  readonly connectionString: string;
  /** A port of 127.0.0.1. */
  readonly port: number;
  /** Ends the database and resolves when no process of it is left. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL from npm's binaries, for the demo, development and tests: every local user may
 * connect without a password. A server that a killed process left behind is taken over.
 *
 * Rejects when another living process uses the folder, or with the end of PostgreSQL's own log.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const ownership = await takeOwnership(dataDir);
  try {
    return await start(dataDir, options, ownership.release);
  } catch (error) {
    await ownership.release();
    throw error;
  }
}

async function start(
  dataDir: string,
  { log, extraFlags = [] }: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const user = chooseOperatingUser(dataDir);
  const home = await provideHome(dataDir, user);
  const cluster = join(home, 'cluster');
  const adopted = await adoptPostmaster(cluster);
  if (adopted) log('Took over the database that the last run left behind.');
  const postmaster = adopted ?? (await launch());
  const stop = async () => {
    await stopPostmaster(postmaster);
    await release();
  };
  try {
    const connectionString = await provideDatabase(postmaster.port);
    log(`PostgreSQL runs on 127.0.0.1:${String(postmaster.port)} with its data in ${cluster}.`);
    return { connectionString, port: postmaster.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function launch() {
    const { initdb, postgres } = await provideBinaries(user, home);
    if (!existsSync(cluster)) await initialiseCluster(cluster, initdb, user);
    const logFile = join(dataDir, 'postgres.log');
    return launchPostmaster({ program: postgres, cluster, user, logFile, extraFlags });
  }
}
