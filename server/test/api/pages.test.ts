import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { getBytes, type Bytes } from './get-bytes.js';

const hostile = '</script><script>alert(1)</script>\u2028<!--';
const recaptcha = {
  scriptUrl: 'https://captcha.example/recaptcha/api.js',
  verifyUrl: 'http://127.0.0.1:9',
};

let app: TestApp;
let plain: TestTenant;
let guarded: TestTenant;
beforeAll(async () => {
  app = await startTestApp({ recaptcha });
  plain = await makeTenant(app, { welcomeText: hostile.replace('\u2028', '') });
  guarded = await makeTenant(app, {
    captcha: { provider: 'RECAPTCHA_V2', siteKey: 'site', secretKey: 'secret' },
  });
});

const get = (host: string, path: string, headers: Record<string, string> = {}): Promise<Bytes> =>
  getBytes(app.server.port, host, path, headers);

/** The configuration that stands in a page. */
const configOf = (html: string): unknown => {
  const [, json = ''] =
    /<script type="application\/json" id="gatehouse-config">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(json);
};

/** @param frames what the console adds, for the preview in its editor */
const policyWith = (...frames: string[]) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    ...frames,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
const strictPolicy = policyWith();
const consolePolicy = policyWith(`frame-src 'self'`);

describe('the headers', () => {
  it.each([
    ['/', consolePolicy],
    ['/signup', strictPolicy],
    ['/sign-in', consolePolicy],
    ['/health', strictPolicy],
    ['/nowhere', consolePolicy],
    ['/console-assets/nothing.js', strictPolicy],
    ['/graphql', strictPolicy],
  ])('of %s are those of every answer', async (path, policy) => {
    const { headers } = await get(plain.host, path);
    expect(headers).toMatchObject({
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('open the policy for a captcha on the page that uses it, nowhere else', async () => {
    const policyOf = async (path: string) =>
      (await get(guarded.host, path)).headers['content-security-policy'];
    const policy = await policyOf('/signup');
    expect(policy).toMatch(/script-src 'self' https:\/\/captcha\.example[^;]*;/);
    expect(policy).not.toMatch(/unsafe|\*|http:|nonce/);
    expect(await policyOf('/')).toBe(consolePolicy);
    expect(await policyOf('/sign-in')).toBe(consolePolicy);
  });

  it('put the preview into a sandbox that reaches nobody, in a frame of its own host', async () => {
    const { headers, text } = await get(plain.host, '/signup/preview');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; .*connect-src 'none'; .*frame-ancestors 'self'; sandbox allow-scripts$/,
      ),
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(text).not.toContain('gatehouse-config');
    const files = [...text.matchAll(/(?:src|href)="(\/signup\/assets\/preview-[^"]+)"/g)];
    expect(files).toHaveLength(3);
    for (const [, path = ''] of files) {
      const file = await get(plain.host, path);
      expect(file.status).toBe(200);
      expect(file.headers['cross-origin-resource-policy']).toBe('cross-origin');
    }
  });

  it('insist on https where the console has it', async () => {
    const secure = await startTestApp({ publicUrl: 'https://console.example' });
    const { headers } = await getBytes(secure.server.port, 'console.example', '/');
    expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  });
});

describe('a page with its configuration', () => {
  it('has neither script nor style of its own in the HTML', async () => {
    for (const path of ['/', '/signup']) {
      const html = (await get(plain.host, path)).text;
      expect(html.match(/<script(?![^>]*(src=|type="application\/json"))/g)).toBeNull();
      expect(html).not.toMatch(/<style|style=|onload=|onclick=|javascript:/);
    }
  });

  it('keeps what people typed from ending the element it stands in', async () => {
    const system = await becomeSystemAdministrator(app);
    await system.data(
      'mutation ($id: ID!, $name: String) { updateTenant(id: $id, input: { name: $name }) { userErrors { code } } }',
      { id: plain.id, name: `Name ${hostile.replace('\u2028', '')}` },
    );
    for (const path of ['/', '/signup']) {
      // What is kept in memory goes when the change is announced, a moment after the answer.
      await expect.poll(async () => (await get(plain.host, path)).text).toContain('alert(1)');
      const { text } = await get(plain.host, path);
      expect(text).not.toMatch(/alert\(1\)<\/script>|<!--<|<script>alert/);
      const told = JSON.stringify(configOf(text));
      expect(told).toContain('</script><script>alert(1)</script>');
    }
    const { page } = configOf((await get(plain.host, '/signup')).text) as {
      page: { welcomeText: string; tenantName: string };
    };
    expect(page.welcomeText).toBe(hostile.replace('\u2028', ''));
    expect(page.tenantName).toContain('</script>');
  });

  it('is the same bytes for every visitor', async () => {
    const browser = app.browser();
    await signIn(browser, guarded.administrator.email, guarded.administrator.password);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const path of ['/', '/signup', '/signup/activate']) {
      const one = await get(guarded.host, path);
      const other = await get(guarded.host, path, {
        cookie,
        'accept-language': 'de',
        'user-agent': 'other',
        'x-forwarded-for': '203.0.113.7',
      });
      expect(other.text).toBe(one.text);
      expect(other.headers.etag).toBe(one.headers.etag);
    }
  });

  it('is another one once it was changed', async () => {
    const before = await get(guarded.host, '/signup');
    await guarded.admin.data(
      `mutation ($id: ID!) {
         updateSelfRegistration(id: $id, input: { welcomeText: "Hello" }) { userErrors { code } }
       }`,
      { id: guarded.selfRegistrationId },
    );
    await expect
      .poll(async () => (await get(guarded.host, '/signup')).text)
      .toContain('"welcomeText":"Hello"');
    const after = await get(guarded.host, '/signup', {
      'if-none-match': before.headers.etag ?? '',
    });
    expect(after.status).toBe(200);
  });
});

describe('what was sent already', () => {
  it('is not sent again', async () => {
    const { headers } = await get(plain.host, '/signup');
    const etag = headers.etag ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(plain.host, '/signup', { 'if-none-match': known });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect(headers['cache-control']).toBe('no-cache');
    expect((await get(plain.host, '/signup', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is packed as the client takes it', async () => {
    const { text } = await get(plain.host, '/signup');
    const packed = (accepted: string) =>
      get(plain.host, '/signup', { 'accept-encoding': accepted });
    const brotli = await packed('gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text);
    const gzip = await packed('gzip, br;q=0');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect((await packed('identity')).headers).not.toHaveProperty('content-encoding');
    expect(gzip.headers.vary).toBe('accept-encoding');
  });

  it('may be kept for ever where the name has a hash of the content', async () => {
    for (const path of ['/', '/signup']) {
      const { text } = await get(plain.host, path);
      const [, asset = ''] = /<script[^>]* src="([^"]+)"/.exec(text) ?? [];
      const { status, headers } = await get(plain.host, asset);
      expect([status, headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    }
  });

  it.each([
    '/console-assets/gone.js',
    '/signup/assets/gone.js',
    '/console-assets/index.html',
    '/console-assets/%2e%2e/package.json',
    '/console-assets/..%2f..%2fpackage.json',
    '/signup/assets/__proto__',
  ])('is nothing at all for %s', async (path) => {
    const { status, headers } = await get(plain.host, path);
    expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(headers).not.toHaveProperty('cache-control');
  });
});

describe('a host that nobody has', () => {
  it('gets no console, and the sign-up page that says it is not available', async () => {
    expect((await get('evil.example', '/')).status).toBe(404);
    const signUp = await get('evil.example', '/signup');
    expect([signUp.status, configOf(signUp.text)]).toEqual([
      404,
      {
        page: null,
        brand: null,
        tenantName: null,
        signInUrl: `http://localhost:${app.server.port}/sign-in`,
      },
    ]);
  });
});
