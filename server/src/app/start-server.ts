import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { createPasswordHasher, type IdentityContext } from '../identity/index.js';
import type { Limits } from '../config/limits.js';
import { systemClock, type Clock } from '../platform/clock.js';
import { createApollo } from '../platform/graphql/apollo.js';
import { startSubscriptions } from '../platform/graphql/subscription-server.js';
import { createTopics } from '../platform/graphql/topics.js';
import { createRateLimits } from '../platform/limits/rate-limits.js';
import type { Log } from '../platform/log/log.js';
import { listenForChanges } from '../platform/postgres/changes.js';
import { createDatabase } from '../platform/postgres/database.js';
import { createPendingMigrations, migrate } from '../platform/postgres/migrate.js';
import { startWorker } from '../platform/queue/worker.js';
import { createSeal } from '../platform/seal/seal.js';
import { buildApi } from './build-api.js';
import { createHealth } from './health.js';
import { createHttpApp } from './http-app.js';
import { createAdmitLive } from './live-calls.js';
import { createPages } from './pages.js';
import { crontab, createTasks } from './regular-jobs.js';
import { createSlices, type SliceDeps, type Slices } from './slices.js';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The console's address as an origin; null: localhost and the port. */
  readonly publicUrl: string | null;
  readonly databaseUrl: string;
  /** Around a pooler: for migrations, the queue and LISTEN. */
  readonly directDatabaseUrl: string;
  readonly smtp: SliceDeps['smtp'];
  readonly secretKey: Buffer;
  readonly trustedProxies: readonly string[];
  readonly recaptcha: SliceDeps['recaptcha'];
  readonly limits: Limits;
  /** Operator-only: webhooks may call this machine. */
  readonly webhooksToLoopback: boolean;
  readonly log: Log;
  /** How often open connections are checked for their session, in ms; by default 15 s. */
  readonly liveCheckMs?: number;
  readonly clock?: Clock;
  readonly altchaWork?: SliceDeps['altchaWork'];
}

export interface RunningServer {
  readonly publicUrl: string;
  readonly port: number;
  readonly slices: Slices;
  /** For subscriptions. */
  openConnections(): number;
  /** Stops taking, finishes, closes: within 10 s. */
  stop(): Promise<void>;
}

const poolMax = 10;
const jobsAtOnce = 4;
/** Hashes that may wait, about 2 s of work for each core. */
const waitingHashesPerCore = 200;

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

/** The port is taken first, because addresses follow it; the rest takes a moment longer. */
const answerWhileStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end();
};

/** Migrates, builds everything and answers. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { log, databaseUrl, directDatabaseUrl, altchaWork } = options;
  await migrate(directDatabaseUrl);
  const httpServer = createServer(answerWhileStarting);
  const port = await listen(httpServer, options.host, options.port);
  const publicUrl = options.publicUrl ?? `http://localhost:${port}`;

  const database = createDatabase(databaseUrl, poolMax);
  const changes = await listenForChanges(directDatabaseUrl, log);
  const limits = createRateLimits(databaseUrl, options.limits);
  const cores = availableParallelism();
  const topics = createTopics();
  const slices = createSlices({
    topics,
    database,
    changes,
    limits,
    log,
    publicUrl,
    clock: options.clock ?? systemClock,
    seal: createSeal(options.secretKey),
    hasher: await createPasswordHasher({ parallel: cores, waiting: cores * waitingHashesPerCore }),
    smtp: options.smtp,
    recaptcha: options.recaptcha,
    outgoing: { allowLoopback: options.webhooksToLoopback },
    ...(altchaWork && { altchaWork }),
  });
  await slices.identity.firstAdministrator.ensureSystemTenant();

  const schema = buildApi(slices.resolvers, topics, slices.identity.forgetSessions);
  const apollo = createApollo<IdentityContext>({
    schema,
    httpServer,
    log,
    fileOperations: [...slices.dashboards.fileOperations, 'saveBranding'],
    mayIntrospect: ({ viewer }) => viewer !== null,
  });
  await apollo.start();
  const worker = await startWorker({
    connectionString: directDatabaseUrl,
    tasks: createTasks(slices, limits),
    crontab,
    log,
    concurrency: jobsAtOnce,
  });
  const health = createHealth({
    database,
    worker,
    pendingMigrations: createPendingMigrations(directDatabaseUrl),
    countMails: slices.mail.counts,
  });
  const pages = await createPages(slices, publicUrl);
  const app = createHttpApp({ ...options, slices, apollo, health, pages, publicUrl });
  const subscriptions = startSubscriptions<IdentityContext>({
    httpServer,
    schema,
    log,
    admit: createAdmitLive(slices),
    ...(options.liveCheckMs && { checkEveryMs: options.liveCheckMs }),
  });
  httpServer.off('request', answerWhileStarting).on('request', app);

  return {
    publicUrl,
    port,
    slices,
    openConnections: subscriptions.openConnections,
    async stop() {
      await subscriptions.stop();
      await Promise.all([apollo.stop(), worker.stop()]);
      await changes.stop();
      await limits.close();
      await database.close();
    },
  };
};
