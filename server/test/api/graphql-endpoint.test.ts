import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type RawRequest, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { captureLog } from './captured-log.js';

const captured = captureLog();
let app: TestApp;
let tenant: TestTenant;
let stranger: Browser;
beforeAll(async () => {
  app = await startTestApp({ log: captured.log });
  tenant = await makeTenant(app);
  stranger = app.browser(tenant.host);
});

const post = (body: string, headers: Record<string, string> = {}): RawRequest => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});
const asJson = (value: unknown): RawRequest => post(JSON.stringify(value));
const codesOf = ({ errors }: { errors: readonly { extensions: { code: string } }[] }) =>
  errors.map(({ extensions }) => extensions.code);

describe('the endpoint takes one operation as JSON in a POST, and nothing else', () => {
  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('not %s', async (method) => {
    const path = '/graphql?query=%7Bme%7Buser%7Bid%7D%7D%7D';
    const answer = await stranger.send({ method, path });
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7Bme%7Buser%7Bid%7D%7D%7D'],
    ['text/plain', '{"query":"{ me { user { id } } }"}'],
    ['application/graphql', '{ me { user { id } } }'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('not %s', async (type, body) => {
    const answer = await stranger.send(post(body, { 'content-type': type }));
    expect([answer.status, codesOf(answer)]).toEqual([415, ['BAD_USER_INPUT']]);
  });

  it('not without a type', async () => {
    const answer = await stranger.send({ method: 'POST', path: '/graphql', body: '{}' });
    expect(answer.status).toBe(415);
  });

  it('not a batch', async () => {
    const answer = await stranger.send(asJson([{ query: '{ __typename }' }]));
    expect([answer.status, codesOf(answer), answer.data]).toEqual([400, ['BAD_USER_INPUT'], null]);
  });

  it.each(['', '{', '"text"', 'null', '{"query":1}', '{"query":"{ me"}', '{"query":""}', '{}'])(
    'not the body %j',
    async (body) => {
      const answer = await stranger.send(post(body));
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    },
  );

  it('not a hash instead of a query', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } };
    const answer = await stranger.send(asJson({ extensions }));
    expect([answer.data, codesOf(answer)]).toEqual([null, ['BAD_USER_INPUT']]);
  });

  it('not more than 256 kB', async () => {
    const answer = await stranger.send(
      asJson({ query: `{ __typename } # ${'x'.repeat(262_144)}` }),
    );
    expect([answer.status, codesOf(answer)]).toEqual([413, ['BAD_USER_INPUT']]);
  });

  it('not more than 256 kB once unpacked', async () => {
    const packed = gzipSync(
      JSON.stringify({ query: '{ __typename }', more: ' '.repeat(5_000_000) }),
    );
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const answer = await stranger.send({ method: 'POST', path: '/graphql', headers, body: packed });
    expect(answer.status).toBe(413);
  });

  it.each([
    ['a body', `${'['.repeat(120_000)}${']'.repeat(120_000)}`],
    ['a body of objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
    [
      'a document',
      JSON.stringify({ query: `{ me ${'{ a '.repeat(1_900)} ${'}'.repeat(1_900)} }` }),
    ],
    ['a value', JSON.stringify({ query: `{ device(id: ${'['.repeat(1_900)}) { id } }` })],
  ])('not %s without end', async (_what, body) => {
    const answer = await stranger.send(post(body));
    expect([answer.status, answer.data]).toEqual([400, null]);
  });

  it('not a variable without end', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const query =
      'mutation ($a: JSONObject) { createDevice(input: { name: \\"x\\", attributes: $a }) { userErrors { code } } }';
    const answer = await tenant.admin.send(
      post(`{"query":"${query}","variables":{"a":{"b":${deep}}}}`, {
        origin: `http://localhost:${app.server.port}`,
      }),
    );
    expect(answer.status).toBeLessThan(500);
    expect(answer.data?.['createDevice']).toEqual({ userErrors: [{ code: 'INVALID_ATTRIBUTES' }] });
  });

  it('not an operation that the document does not have', async () => {
    const answer = await stranger.send(
      asJson({ query: 'query A { __typename }', operationName: 'B' }),
    );
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it('answers are kept by nobody', async () => {
    const answer = await stranger.graphql('{ __typename }');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.data).toEqual({ __typename: 'Query' });
  });
});

describe('what costs a hash or a mail', () => {
  const calls = {
    signIn: 'signIn(input: { email: "a@example.com", password: "x" }) { userErrors { code } }',
    register: 'register(input: { email: "a@example.com", password: "x" }) { userErrors { code } }',
    activate: 'activate(input: { code: "123456" }) { userErrors { code } }',
    resendActivation: 'resendActivation(input: { email: "a@example.com" }) { accepted }',
    requestPasswordReset: 'requestPasswordReset(input: { email: "a@example.com" }) { accepted }',
    resetPassword: 'resetPassword(input: { secret: "x", password: "x" }) { userErrors { code } }',
  };

  it.each(Object.entries(calls))('%s runs once in a request', async (_name, call) => {
    for (const query of [
      `mutation { a: ${call} b: ${call} }`,
      `mutation { a: ${call} ... on Mutation { b: ${call} } }`,
      `mutation { ...A a: ${call} } fragment A on Mutation { b: ${call} }`,
      `mutation { a: ${call} b: ${calls.signIn} }`,
    ]) {
      const answer = await stranger.graphql(query);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
    expect((await stranger.graphql(`mutation { ${call} }`)).status).toBe(200);
  });
});

describe('the schema', () => {
  const introspections = [
    '{ __schema { types { name } } }',
    '{ __type(name: "User") { fields { name } } }',
    'query { ...A } fragment A on Query { __schema { queryType { name } } }',
  ];
  it.each(introspections)('is told to who is signed in, not to strangers: %s', async (query) => {
    const answer = await stranger.graphql(query);
    expect([answer.status, answer.data, codesOf(answer)]).toEqual([401, null, ['UNAUTHENTICATED']]);
    const toAdmin = await tenant.admin.graphql(query);
    expect([toAdmin.status, toAdmin.errors]).toEqual([200, []]);
  });

  it.each([
    '{ mee { user { id } } }',
    '{ me { usr { id } } }',
    '{ signUpPage(domian: "x") { host } }',
  ])('is not told by guessing: %s', async (query) => {
    const { body } = await stranger.graphql(query);
    expect(body).not.toMatch(/did you mean/i);
  });

  it.each([
    [{ email: 'a@example.com', password: 'x', emial: 'x' }, 'emial'],
    [{ email: 'a@example.com', password: 'x', __proto__2: 1 }, '__proto__2'],
  ])('has no unknown input fields: %j', async (input, field) => {
    const answer = await stranger.graphql(
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
      { input },
    );
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(answer.errors[0]?.message).toContain(field);
  });

  it('has no field that JavaScript objects are born with', async () => {
    const query =
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
    const input = '{"email":"a@example.com","password":"x","__proto__":{"isAdmin":true}}';
    const answer = await app
      .browser(tenant.host)
      .send(post(`{"query":"${query}","variables":{"input":${input}}}`));
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

describe('errors', () => {
  it('name the place of a wrong variable, not its value', async () => {
    const query =
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
    const input = { email: 'a@example.com', password: ['my "; secret" at "x"; password'] };
    const { errors } = await stranger.graphql(query, { input });
    expect(errors.map(({ message }) => message)).toEqual([
      '`$input.password`: String can not be made of the value given.',
    ]);
    const { errors: missing } = await stranger.graphql(query, {});
    expect(missing.map(({ message }) => message)).toEqual(['`$input`: give a value.']);
  });

  it('never quote a password, and no line of the log does', async () => {
    captured.lines.length = 0;
    const password = 'an orchid under glass 7';
    const input = { email: tenant.administrator.email, password };
    const signIn =
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
    const answers = [
      await app.browser().graphql(signIn, { input }),
      await app.browser().graphql(signIn.replace('SignInInput', 'RegisterInput'), { input }),
      await app.browser().graphql(`mutation { signIn(input: { password: "${password}" }) { me } }`),
      await app.browser().graphql(`mutation { signIn(input: { password: ["${password}`),
      await tenant.admin.graphql(
        'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed } }',
        { input: { currentPassword: password, newPassword: { password } } },
      ),
    ];
    for (const { body } of answers) expect(body).not.toContain(password);
    expect(captured.lines.join('\n')).not.toContain(password);
  });

  it('that nobody expected are masked in the answer, and logged without the values', async () => {
    captured.lines.length = 0;
    const client = new pg.Client(app.connectionString);
    await client.connect();
    const breakTable = 'alter table devices add constraint surprise check (label is null)';
    await client.query(breakTable);
    const answer = await tenant.admin.graphql(
      'mutation ($input: CreateDeviceInput!) { createDevice(input: $input) { device { id } } }',
      { input: { name: 'Kettle', label: 'canary-label' } },
    );
    await client.query('alter table devices drop constraint surprise');
    await client.end();
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.body).not.toMatch(/surprise|insert|devices|stack|\.ts|canary/i);
    const [line = ''] = captured.lines.filter((entry) => entry.includes('surprise'));
    expect(line).toContain('a request failed unexpectedly');
    expect(line).not.toContain('canary-label');
  });
});
