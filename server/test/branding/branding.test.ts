import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { pixel, saveBranding as save } from './branding-api.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app);
});

const pageOf = async (host: string): Promise<string> =>
  (await app.browser(host).send({ path: '/signup' })).body;
const pathIn = (page: string, pattern: RegExp): string => pattern.exec(page)?.[1] ?? '';

describe('branding', () => {
  it('dresses the sign-up page and the sign-in of the tenant’s domains', async () => {
    const input = { title: 'Acme <Cloud>', primaryColor: '#FFCC00', logo: pixel };
    expect((await save(tenant.admin, input)).userErrors).toEqual([]);
    await expect.poll(() => pageOf(tenant.host)).toContain('Acme \\u003cCloud>');
    const page = await pageOf(tenant.host);
    const browser = app.browser(tenant.host);

    const css = await browser.send({ path: pathIn(page, /href="(\/branding\/\w+\.css)"/) });
    expect(css.body).toContain('--accent:#ffcc00');
    expect(css.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': expect.stringContaining('immutable') as unknown,
    });

    const path = pathIn(page, /"logo":"(\/branding\/\w+\.png)"/);
    const logo = await browser.send({ path });
    expect(logo.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as unknown,
      'cache-control': expect.stringContaining('immutable') as unknown,
    });
    const signIn = (await browser.send({ path: '/sign-in' })).body;
    expect(signIn).toContain(path);
    expect(signIn).toContain('.css"');
    const icons = [page, signIn].map((html) => html.match(/<link rel="icon"[^>]*>/g));
    expect(icons).toEqual(Array(2).fill([`<link rel="icon" href="${path}">`]));

    const other = await makeTenant(app);
    expect((await app.browser(other.host).send({ path })).status).toBe(404);
    expect(await pageOf(other.host)).not.toContain('/branding/');
    expect(await pageOf(other.host)).toContain('<link rel="icon" type="image/svg+xml"');
  });

  it('of a domain goes before the tenant’s, and leaves the rest open', async () => {
    await save(tenant.admin, { title: 'Acme', primaryColor: '#112233' });
    const own = await save(tenant.admin, { title: 'Acme Bikes' }, tenant.domainId);
    expect(own.branding).toMatchObject({
      ...{ title: 'Acme Bikes', primaryColor: null },
      effective: { title: 'Acme Bikes', primaryColor: '#112233' },
    });
    await expect.poll(() => pageOf(tenant.host)).toContain('Acme Bikes');
    await save(tenant.admin, { title: null }, tenant.domainId);
    await expect.poll(() => pageOf(tenant.host)).not.toContain('Acme Bikes');
  });

  it('says at its field what can not be read, with the ratio', async () => {
    const { userErrors } = await save(tenant.admin, { backgroundColor: '#4444aa' });
    expect(userErrors).toMatchObject([
      { field: ['input', 'backgroundColor'], code: 'LOW_CONTRAST' },
    ]);
    expect(userErrors[0]?.message).toMatch(/contrast is \d\.\d/);
  });

  it('forgets an image that nothing shows any more', async () => {
    const fresh = await makeTenant(app);
    await save(fresh.admin, { logo: pixel });
    await expect.poll(() => pageOf(fresh.host)).toContain('.png');
    const path = pathIn(await pageOf(fresh.host), /"logo":"(\/branding\/\w+\.png)"/);
    await save(fresh.admin, { logo: null });
    await expect.poll(() => pageOf(fresh.host)).not.toContain('.png');
    expect((await app.browser(fresh.host).send({ path })).status).toBe(404);
  });

  it('takes a logo that is larger than other requests may be', async () => {
    const bytes = Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.alloc(250_000)]);
    const { userErrors } = await save(tenant.admin, { logo: bytes.toString('base64') });
    expect(userErrors).toEqual([]);
  });

  it('is no business of another tenant', async () => {
    const { admin } = await makeTenant(app);
    const { errors } = await admin.graphql(
      `query ($id: ID) { branding(domainId: $id) { title } }`,
      { id: tenant.domainId },
    );
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
