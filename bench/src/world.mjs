import { mkdtemp, readFile, chmod, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../server/dist/platform/embedded-postgres/index.js';
import { cpuOf, startChild } from './child.mjs';
import { requestOf, runClosedLoop } from './closed-loop.mjs';
import { startMailSink } from './mail-sink.mjs';

const administrator = {
  ...{ email: 'admin@bench.example', firstName: 'Ada', lastName: 'Min' },
  password: 'a lantern over nine bridges',
};

/** PostgreSQL, the server under test with one sign-up page, and the bare one it is compared with. */
export async function startWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'pg'),
    log: () => undefined,
  });
  const databaseUrl = postgres.connectionString;
  const mails = await startMailSink();
  const settings = { what: 'start', databaseUrl, smtpUrl: mails.url, administrator };
  const gatehouse = await startChild('./gatehouse.mjs', settings);
  const { port } = gatehouse.ready;
  const bare = await startChild('./bare-server.mjs', { what: 'start', databaseUrl });
  const postmaster = Number(
    (await readFile(join(folder, 'pg/cluster/postmaster.pid'), 'utf8')).split('\n')[0],
  );

  const signUpHost = `bench.localhost:${port}`;
  const consoleHost = `localhost:${port}`;
  /** The bytes of a GraphQL call, each from a network of its own, as people's are. */
  const graphql = (host, query, variables, headers = {}) =>
    requestOf(
      ...['POST', '/graphql'],
      { host, 'content-type': 'application/json', 'x-forwarded-for': anyAddress(), ...headers },
      JSON.stringify({ query, variables }),
    );
  const call = async (bytes) => {
    let found;
    const requests = [{ bytes, check: (answer) => (found = answer) }];
    await runClosedLoop({ port, connections: 1, next: () => requests.pop() ?? null });
    return { head: found.head, ...JSON.parse(found.body.toString()) };
  };

  const cookie = await signIn();
  const asAdministrator = (query, variables) =>
    graphql(consoleHost, query, variables, { cookie, origin: `http://${consoleHost}` });
  await openPage();

  async function signIn() {
    const { email, password } = administrator;
    const { head } = await call(
      graphql(
        consoleHost,
        'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
        { input: { email, password } },
      ),
    );
    return /set-cookie: (__Host-session=[^;]+)/i.exec(head)[1];
  }

  async function openPage() {
    const made = await call(
      asAdministrator(
        'mutation { createDomain(input: { host: "bench.localhost" }) { domain { id } } }',
      ),
    );
    await call(
      asAdministrator(
        'mutation ($input: CreateSelfRegistrationInput!) { createSelfRegistration(input: $input) { userErrors { code } } }',
        { input: { domainId: made.data.createDomain.domain.id, enabled: true } },
      ),
    );
  }

  return {
    ...{ port, signUpHost, gatehouse, bare, mails, graphql, call, asAdministrator },
    /** CPU time so far, in ms. */
    cpu: () => ({
      server: cpuOf(gatehouse.pid),
      bare: cpuOf(bare.pid),
      postgres: cpuOfAll(postmaster),
    }),
    async stop() {
      await gatehouse.stop();
      await bare.stop();
      await mails.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const anyByte = () => Math.floor(Math.random() * 254) + 1;
const anyAddress = () => `10.${anyByte()}.${anyByte()}.${anyByte()}`;

/** Of PostgreSQL's first process, those that it started, and those of them that have ended. */
function cpuOfAll(postmaster) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isChild(name));
  return children.reduce((sum, pid) => sum + cpuOfChild(pid), cpuOf(postmaster));

  /** One that ended meanwhile is in the count of the first process from now on. */
  function cpuOfChild(pid) {
    try {
      return cpuOf(pid);
    } catch {
      return 0;
    }
  }

  function isChild(pid) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === postmaster;
    } catch {
      return false;
    }
  }
}
