import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { startServer, type RunningServer } from '../../src/app/start-server.js';
import { defaultLimits, type Limits } from '../../src/config/limits.js';
import type { Clock } from '../../src/platform/clock.js';
import { createLog, type Log } from '../../src/platform/log/log.js';
import { atEndOfFile } from './end-of-file.js';
import { startMailTrap, type MailTrap } from './mail-trap.js';
import { createTestDatabase } from './test-database.js';

/** A server over real HTTP and a database of its own, with a trap for its mails. */
export interface TestApp {
  readonly server: RunningServer;
  readonly mails: MailTrap;
  readonly connectionString: string;
  /** Puts a new browser on a host: it keeps its cookies. @param headers sent with every call */
  browser(host?: string, headers?: Readonly<Record<string, string>>): Browser;
}

export interface GraphqlAnswer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly data: T | null;
  readonly errors: readonly {
    message: string;
    extensions: { code: string; retryAfter?: number };
  }[];
}

/** A browser that calls the API as the pages do. */
export interface Browser {
  readonly host: string;
  readonly cookies: Map<string, string>;
  /** Never throws for answers of the API; see `errors`. */
  graphql<T = Record<string, never>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<GraphqlAnswer<T>>;
  /** The data; throws when the answer has top-level errors. */
  data<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  send(options: RawRequest): Promise<GraphqlAnswer>;
}

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface TestAppOptions {
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  readonly recaptcha?: { readonly scriptUrl: string; readonly verifyUrl: string };
  readonly mails?: MailTrap;
  /** Another server on the database of this one, with the same mail server. */
  readonly beside?: TestApp;
  readonly trustedProxies?: readonly string[];
  /** The console's address as an origin; without it localhost and the port. */
  readonly publicUrl?: string;
  /** Operator-only: mail servers of tenants may be on this machine. */
  readonly tenantMailToPrivateNetworks?: boolean;
  /** Silent without it. */
  readonly log?: Log;
}

/** Generous, so that tests of other things never meet a limit. */
const looseLimits = Object.fromEntries(
  Object.keys(defaultLimits).map((name) => [name, { points: 100_000, seconds: 60 }]),
) as unknown as Limits;

const parse = (body: string): { data?: unknown; errors?: GraphqlAnswer['errors'] } => {
  try {
    return JSON.parse(body) as { data?: unknown; errors?: GraphqlAnswer['errors'] };
  } catch {
    return {};
  }
};

/** @param always headers sent with every call */
export const createBrowser = (
  port: number,
  host: string,
  always: Readonly<Record<string, string>> = {},
): Browser => {
  const cookies = new Map<string, string>();

  const remember = (headers: string[] | undefined): void => {
    for (const header of headers ?? []) {
      const [pair = ''] = header.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(header)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };

  const send = ({ method = 'GET', path = '/', headers = {}, body }: RawRequest) =>
    new Promise<GraphqlAnswer>((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const call = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: { host: `${host}:${port}`, ...(cookie && { cookie }), ...always, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            remember(response.headers['set-cookie']);
            const text = Buffer.concat(chunks).toString('utf8');
            const { data, errors } = parse(text);
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: text,
              data: (data ?? null) as Record<string, unknown> | null,
              errors: errors ?? [],
            });
          });
        },
      );
      call.on('error', reject);
      call.end(body);
    });

  const graphql = <T>(query: string, variables: Record<string, unknown> = {}) =>
    send({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        origin: `http://${host}:${port}`,
        'user-agent': 'test',
      },
      body: JSON.stringify({ query, variables }),
    }) as Promise<GraphqlAnswer<T>>;

  return {
    host,
    cookies,
    send,
    graphql,
    async data<T>(query: string, variables?: Record<string, unknown>): Promise<T> {
      const answer = await graphql<T>(query, variables);
      if (answer.errors.length > 0 || answer.data === null) {
        throw new Error(`The API answered ${answer.status}: ${answer.body}`);
      }
      return answer.data;
    },
  };
};

/** Starts a server for the tests of one file; it stops after them. */
export const startTestApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const database = options.beside
    ? { ...options.beside, drop: () => Promise.resolve() }
    : await createTestDatabase();
  const givenMails = options.mails ?? options.beside?.mails;
  const mails = givenMails ?? (await startMailTrap());
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: options.publicUrl ?? null,
    databaseUrl: database.connectionString,
    directDatabaseUrl: database.connectionString,
    smtp: {
      smtpUrl: mails.url,
      mailFrom: 'Gatehouse <no-reply@gatehouse.example>',
      privateNetworks: options.tenantMailToPrivateNetworks ?? false,
    },
    secretKey: randomBytes(32),
    trustedProxies: options.trustedProxies ?? [],
    webhooksToLoopback: true,
    liveCheckMs: 200,
    recaptcha: options.recaptcha ?? {
      scriptUrl: 'http://127.0.0.1:9/api.js',
      verifyUrl: 'http://127.0.0.1:9/siteverify',
    },
    limits: { ...looseLimits, ...options.limits },
    log: options.log ?? createLog('silent'),
    altchaWork: { iterations: 10, maxTries: 20 },
    ...(options.clock && { clock: options.clock }),
  });
  atEndOfFile(async () => {
    await server.stop();
    if (!givenMails) await mails.stop();
    await database.drop();
  });
  return {
    server,
    mails,
    connectionString: database.connectionString,
    browser: (host = 'localhost', headers = {}) => createBrowser(server.port, host, headers),
  };
};
