import { createClient, type Client } from 'graphql-ws';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { noCaptcha, register } from '../registration/sign-up.js';

let app: TestApp;
let tenant: TestTenant;
const clients: Client[] = [];

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, noCaptcha);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

const subscription = 'subscription { unreadNotificationCountChanged }';

const headersOf = (browser: Browser, changes: Record<string, string>) => ({
  host: `${browser.host}:${app.server.port}`,
  origin: `http://${browser.host}:${app.server.port}`,
  cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  ...changes,
});

/** What a browser's socket sends, which the page can't choose. */
const socketWith = (headers: Record<string, string>) =>
  class extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers });
    }
  };

interface Live {
  readonly counts: number[];
  /** Why it ended. */
  readonly end: Promise<unknown>;
}

const follow = (
  browser: Browser,
  query = subscription,
  changes: Record<string, string> = {},
): Live => {
  const client = createClient({
    url: `ws://127.0.0.1:${app.server.port}/graphql`,
    webSocketImpl: socketWith(headersOf(browser, changes)),
    retryAttempts: 0,
    lazy: true,
  });
  clients.push(client);
  const counts: number[] = [];
  const end = new Promise<unknown>((resolve) => {
    client.subscribe<{ unreadNotificationCountChanged: number }>(
      { query },
      {
        next: ({ data, errors }) => {
          if (data) counts.push(data.unreadNotificationCountChanged);
          if (errors) resolve(errors);
        },
        error: resolve,
        complete: () => resolve('complete'),
      },
    );
  });
  return { counts, end };
};

/** The status that an upgrade is refused with. */
const refusal = (headers: Record<string, string>, path = '/graphql'): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = `ws://127.0.0.1:${app.server.port}${path}`;
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => reject(new Error('The connection was opened.')));
    socket.on('error', () => undefined);
  });

const signUp = (email: string) => register(app.browser(tenant.host), { email });

describe('the live count', () => {
  it('follows what arrives and what is read, for its own person alone', async () => {
    const other = await makeTenant(app);
    const [mine, theirs] = [follow(tenant.admin), follow(other.admin)];
    await expect.poll(() => app.server.openConnections()).toBe(2);
    await signUp('live@example.com');
    await expect.poll(() => mine.counts).toEqual([1]);
    await tenant.admin.data('mutation { markAllNotificationsRead { markedCount } }');
    await expect.poll(() => mine.counts).toEqual([1, 0]);
    expect(theirs.counts).toEqual([]);
  });

  it('is refused without a session, and from any other origin than the own', async () => {
    const stranger = app.browser();
    expect(await refusal(headersOf(stranger, {}))).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect(await refusal(headersOf(tenant.admin, foreign))).toBe(403);
    const { origin: _origin, ...without } = headersOf(tenant.admin, {});
    expect(await refusal(without)).toBe(403);
    expect(await refusal(headersOf(tenant.admin, { host: 'unknown.localhost' }))).toBe(403);
    expect(await refusal(headersOf(tenant.admin, {}), '/elsewhere')).toBe(404);
  });

  it('ends with its session', async () => {
    const own = await makeTenant(app);
    const { end } = follow(own.admin);
    await expect.poll(() => app.server.openConnections()).toBe(1);
    await own.admin.data('mutation { signOut { signedOut } }');
    expect(await end).toMatchObject({ code: 4401 });
  });

  it.each([
    ['query { unreadNotificationCount }', 'Only subscriptions'],
    ['mutation { markAllNotificationsRead { markedCount } }', 'Only subscriptions'],
    ['subscription { nonsense }', 'Cannot query field'],
    ['subscription {', 'Syntax Error'],
    [
      `subscription { ${Array.from({ length: 31 }, (_, n) => `a${n}: unreadNotificationCountChanged`).join(' ')} }`,
      'At most 30 aliases',
    ],
  ])('refuses %s', async (query, message) => {
    expect(await follow(tenant.admin, query).end).toEqual(
      expect.arrayContaining([
        {
          message: expect.stringContaining(message) as string,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]),
    );
  });
});
