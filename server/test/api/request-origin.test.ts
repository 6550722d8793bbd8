import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';

let app: TestApp;
let proxied: TestApp;
let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
  other = await makeTenant(app);
  proxied = await startTestApp({ trustedProxies: ['127.0.0.1', '10.0.0.0/8'] });
});

type Headers = Record<string, string>;

const send = (browser: Browser, headers: Headers, query = '{ me { user { id } } }') =>
  browser.send({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

const baseOf = ({ server }: TestApp, host = 'localhost'): string => `http://${host}:${server.port}`;

describe('a call that carries cookies', () => {
  const refused: readonly (readonly [string, () => Headers])[] = [
    ['neither Origin nor Fetch-Metadata', () => ({})],
    ['a foreign Origin', () => ({ origin: 'https://evil.example' })],
    ['an opaque Origin', () => ({ origin: 'null' })],
    ['an empty Origin', () => ({ origin: '' })],
    ['the Origin of a tenant', () => ({ origin: baseOf(app, tenant.host) })],
    ['its Origin with another scheme', () => ({ origin: `https://localhost:${app.server.port}` })],
    ['its Origin with another port', () => ({ origin: 'http://localhost:1' })],
    ['its Origin with a path', () => ({ origin: `${baseOf(app)}/` })],
    [
      'a foreign Origin that claims more',
      () => ({
        ...{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      }),
    ],
    ['Sec-Fetch-Site same-site', () => ({ 'sec-fetch-site': 'same-site' })],
    ['Sec-Fetch-Site cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['Sec-Fetch-Site none', () => ({ 'sec-fetch-site': 'none' })],
  ];
  it.each(refused)('is refused with %s', async (_what, headers) => {
    const answer = await send(tenant.admin, headers());
    expect([answer.status, answer.data]).toEqual([403, null]);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['its own Origin', () => ({ origin: baseOf(app) })],
    ['Sec-Fetch-Site same-origin', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('is taken with %s', async (_what, headers: () => Headers) => {
    const answer = await send(tenant.admin, headers());
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.data?.['me']).not.toBeNull();
  });
});

describe('a call without cookies', () => {
  it('is taken from a tool, which sends neither', async () => {
    expect((await send(app.browser(), {})).status).toBe(200);
    expect((await send(app.browser(tenant.host), {})).status).toBe(200);
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('is refused from another page: %j', async (headers: Headers) => {
    const stranger = app.browser(tenant.host);
    const answer = await send(
      stranger,
      headers,
      'mutation { signIn(input: { email: "a@example.com", password: "x" }) { userErrors { code } } }',
    );
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('is refused on a tenant’s host from the console and from another tenant', async () => {
    for (const origin of [baseOf(app), baseOf(app, other.host)]) {
      expect((await send(app.browser(tenant.host), { origin })).status).toBe(403);
    }
  });

  it('comes to nothing on a host that nobody has', async () => {
    const evil = app.browser('evil.example');
    expect((await send(evil, { origin: 'http://evil.example' })).status).toBe(403);
    const { email, password } = tenant.administrator;
    const signIn = await send(
      evil,
      {},
      `mutation { signIn(input: { email: "${email}", password: "${password}" }) { me { user { id } } } }`,
    );
    expect(signIn.data).toEqual({ signIn: { me: null } });
    expect(signIn.headers['set-cookie']).toBeUndefined();
    for (const operation of [
      `requestPasswordReset(input: { email: "${email}" }) { accepted }`,
      `resendActivation(input: { email: "${email}" }) { accepted }`,
      `register(input: { email: "${email}", password: "x" }) { accepted }`,
    ]) {
      const answer = await send(evil, {}, `mutation { ${operation} }`);
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

const networkSeen = async (by: TestApp, headers: Headers): Promise<unknown> => {
  const { admin } = await makeTenant(by);
  await admin.send({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', origin: baseOf(by), ...headers },
    body: JSON.stringify({
      query:
        'mutation { createRole(input: { name: "R", type: GROUP, operations: [READ] }) { role { id } } }',
    }),
  });
  const { auditLog } = await admin.data<{ auditLog: { nodes: { ip: string }[] } }>(
    '{ auditLog(first: 1, filter: { action: "role.created" }) { nodes { ip } } }',
  );
  return auditLog.nodes[0]?.ip;
};

describe('forwarded headers', () => {
  it('count for nothing from who is no configured proxy', async () => {
    expect(await networkSeen(app, { 'x-forwarded-for': '203.0.113.7' })).toBe('127.0.0.1');
    const page = await app.browser('evil.example').send({
      path: '/signup',
      headers: { 'x-forwarded-host': tenant.host },
    });
    expect(page.status).toBe(404);
  });

  it('count from a configured proxy, up to the first address that is none', async () => {
    expect(await networkSeen(proxied, { 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7');
    const chain = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.1.2.3' };
    expect(await networkSeen(proxied, chain)).toBe('203.0.113.7');
    const { host } = await makeTenant(proxied);
    const page = await proxied.browser('inner.example').send({
      path: '/signup',
      headers: { 'x-forwarded-host': host },
    });
    expect(page.status).toBe(200);
  });
});

describe('the Host header', () => {
  it('is in no link: they follow the records of the domain', async () => {
    const { email } = tenant.administrator;
    const answer = await app.browser('localhost').send({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        host: 'localhost:6666',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      },
      body: JSON.stringify({
        query: `mutation { requestPasswordReset(input: { email: "${email}" }) { accepted } }`,
      }),
    });
    expect(answer.data).toEqual({ requestPasswordReset: { accepted: true } });
    const { text = '' } = await app.mails.next(email);
    expect(text).toContain(`${baseOf(app)}/reset-password#`);
    expect(text).not.toMatch(/6666|evil/);
  });

  it.each(['evil.example', '"><script>alert(1)</script>', 'a@b', '[::1]', '..', '%00'])(
    '%s gets a neutral answer that does not repeat it',
    async (host) => {
      for (const path of ['/', '/signup', '/signup/activate']) {
        const { status, body } = await app.browser().send({ path, headers: { host } });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        expect(body).not.toContain(host);
      }
    },
  );

  it('may be missing, as in HTTP/1.0', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(app.server.port, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.0\r\n\r\n'),
      );
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });
});
