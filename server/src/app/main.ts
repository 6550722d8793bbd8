// type-graphql's decorators need it before any slice is loaded.
import 'reflect-metadata';
import { loadConfig, type Config } from '../config/load-config.js';
import type { Inbox } from '../inbox/index.js';
import { createLog, type Log } from '../platform/log/log.js';
import { demoGreeting, productionGreeting } from './greeting.js';
import { startServer } from './start-server.js';

/** What must be ended, newest first. */
const running: { readonly stop: () => Promise<void> }[] = [];

const stopAll = async (): Promise<void> => {
  for (const part of running.splice(0).reverse()) await part.stop();
};

const startDatabase = async (config: Config, log: Log): Promise<string> => {
  if (config.databaseUrl) return config.databaseUrl;
  // What only the demo needs is loaded for the demo only: it would take time and memory of every start.
  const { startEmbeddedPostgres } = await import('../platform/embedded-postgres/index.js');
  const postgres = await startEmbeddedPostgres({
    dataDir: `${config.dataDir}/postgres`,
    log: (message) => log.info(message),
  });
  running.push(postgres);
  return postgres.connectionString;
};

/** The demo catches its mails, unless there is a mail server. */
const startDemoInbox = async (config: Config): Promise<Inbox | null> => {
  if (config.mode !== 'demo' || config.smtpUrl) return null;
  const inboxPort = config.port === 0 ? 0 : config.port + inboxPortOffset;
  const { startInbox } = await import('../inbox/index.js');
  const inbox = await startInbox({
    dataDir: `${config.dataDir}/inbox`,
    host: '127.0.0.1',
    smtpPort: 0,
    httpPort: inboxPort,
  });
  running.push(inbox);
  return inbox;
};

/** The inbox stands this far above the server: http://localhost:3025 in the demo. */
const inboxPortOffset = 25;

const start = async (): Promise<void> => {
  const config = await loadConfig(process.env, process.argv.slice(2));
  const log = createLog(config.logLevel);
  const databaseUrl = await startDatabase(config, log);
  const inbox = await startDemoInbox(config);
  const smtpUrl = inbox?.smtpUrl ?? config.smtpUrl;
  if (!smtpUrl) throw new Error('SMTP_URL is missing.');
  const server = await startServer({
    ...config,
    databaseUrl,
    directDatabaseUrl: config.directDatabaseUrl ?? databaseUrl,
    smtp: {
      smtpUrl,
      mailFrom: config.mailFrom,
      privateNetworks: config.tenantMailToPrivateNetworks,
    },
    log,
  });
  running.push(server);

  if (config.mode === 'demo') {
    const { slices, publicUrl } = server;
    const { seedDemo } = await import('../demo/index.js');
    const demo = await seedDemo({
      ...slices,
      ...config,
      transact: slices.database.transact,
      manageDomains: slices.domains.manageDomains,
      manageSelfRegistrations: slices.registration.manageSelfRegistrations,
      devices: slices.inventory.devices,
      manageDashboards: slices.dashboards.manageDashboards,
      createCustomer: slices.customers.createCustomer,
      baseAddressOf: slices.domains.baseAddressOf,
      publicUrl,
      inboxUrl: inbox?.url ?? null,
    });
    console.log(demoGreeting(demo));
  } else {
    const secret = await server.slices.identity.firstAdministrator.offerLink();
    console.log(productionGreeting(server.publicUrl, secret));
  }
};

let stopping = false;
const stopOnSignal = (signal: NodeJS.Signals): void => {
  if (stopping) return;
  stopping = true;
  stopAll().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(`Stopping on ${signal} failed:`, error);
      process.exit(1);
    },
  );
};
process.on('SIGINT', stopOnSignal);
process.on('SIGTERM', stopOnSignal);

start().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await stopAll();
  process.exit(1);
});
