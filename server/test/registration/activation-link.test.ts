import { beforeAll, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/platform/clock.js';
import { newSecret, withTenant } from '../../src/platform/secrets.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { registrationsOf, signInAgain, updatePage } from './administrator.js';
import { activate, activation, activationMail, noCaptcha, register, resend } from './sign-up.js';

const clock = createTestClock();
let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app, { ...noCaptcha, activationLinkLifetime: 2 });
});

const signUp = async (email: string, host = tenant.host) => {
  const browser = app.browser(host);
  await register(browser, { email });
  return { browser, ...(await activationMail(app, email)) };
};

describe('a link', () => {
  it('works as long as the page says, counted from sending', async () => {
    const early = await signUp('early@people.example');
    clock.advance(1.9 * hourMs);
    const late = await signUp('late@people.example');
    expect(await activation(early.browser, { secret: early.secret })).toBe('activated');
    clock.advance(2 * hourMs);
    expect(await activation(late.browser, { secret: late.secret })).toBe('LINK_NOT_GOOD');
  });

  it('works 24 hours unless the page says otherwise', async () => {
    const { host } = await makeTenant(app, noCaptcha);
    const early = await signUp('day@people.example', host);
    const late = await signUp('day-late@people.example', host);
    clock.advance(23.9 * hourMs);
    expect(await activation(early.browser, { secret: early.secret })).toBe('activated');
    clock.advance(0.2 * hourMs);
    expect(await activation(late.browser, { secret: late.secret })).toBe('LINK_NOT_GOOD');
  });

  it('stays good when a second mail brings a fresh one, each until its own end', async () => {
    const [first, other] = ['pair-1@people.example', 'pair-2@people.example'] as const;
    const registered = await Promise.all([signUp(first), signUp(other)]);
    clock.advance(1.5 * hourMs);
    for (const [index, email] of [first, other].entries()) {
      await resend(registered[index]?.browser ?? app.browser(tenant.host), email);
    }
    const fresh = [await activationMail(app, first), await activationMail(app, other)];
    expect(fresh[0]?.secret).not.toBe(registered[0].secret);
    expect(await activation(registered[0].browser, { secret: registered[0].secret })).toBe(
      'activated',
    );
    clock.advance(1 * hourMs);
    expect(await activation(registered[1].browser, { secret: registered[1].secret })).toBe(
      'LINK_NOT_GOOD',
    );
    expect(await activation(registered[1].browser, { secret: fresh[1]?.secret ?? '' })).toBe(
      'activated',
    );
  });

  it('works on the former domain when the page moves to another one', async () => {
    const admin = await signInAgain(app, tenant);
    const { host: former, selfRegistrationId } = tenant;
    const { browser, secret } = await signUp('moved@people.example');
    const { createDomain } = await admin.data<{ createDomain: { domain: { id: string } } }>(
      `mutation ($input: CreateDomainInput!) { createDomain(input: $input) { domain { id } } }`,
      { input: { host: `moved-${former}` } },
    );
    await updatePage(admin, selfRegistrationId, { domainId: createDomain.domain.id });
    expect(await activation(browser, { secret })).toBe('activated');
    await updatePage(admin, selfRegistrationId, { domainId: tenant.domainId });
  });

  it('follows the domain record, whatever the request says', async () => {
    const browser = app.browser(tenant.host, { 'x-forwarded-host': 'evil.example' });
    await register(browser, { email: 'host@people.example' });
    const { text } = await activationMail(app, 'host@people.example');
    const origins = [...text.matchAll(/https?:\/\/[^/\s]+/g)].map(([origin]) => origin);
    expect(new Set(origins)).toEqual(new Set([`http://${tenant.host}:${app.server.port}`]));
  });

  it('has its secret in the fragment, and opening it changes nothing', async () => {
    const email = 'opened@people.example';
    const { browser, secret, text } = await signUp(email);
    const url = new URL(/http\S+\/signup\/activate\S+/.exec(text)?.[0] ?? '');
    expect(url.hash).toBe(`#${secret}`);
    const opened = await app.browser(tenant.host).send({ path: url.pathname + url.search });
    expect(opened.status).toBe(200);
    const admin = await signInAgain(app, tenant);
    expect(await registrationsOf(admin, email)).toMatchObject([{ state: 'PENDING' }]);
    expect(await activation(browser, { secret })).toBe('activated');
  });
});

describe('links that are not good', () => {
  it('are answered alike: ended, used, of another tenant, and never issued', async () => {
    const ended = await signUp('ended@people.example');
    clock.advance(2.1 * hourMs);
    const used = await signUp('used@people.example');
    await activate(used.browser, { secret: used.secret });
    const other = await makeTenant(app, noCaptcha);
    const foreign = await signUp('foreign@people.example', other.host);
    const invented = withTenant(tenant.id, newSecret());
    const secrets = [ended.secret, used.secret, foreign.secret, invented, 'x', `${invented}x`];
    const answers = [];
    for (const secret of secrets) {
      answers.push(await activate(app.browser(tenant.host), { secret, password: 'whatever' }));
    }
    expect(answers).toEqual(
      answers.map(() => ({
        activated: false,
        waiting: false,
        redirectTo: null,
        userErrors: [{ field: ['input', 'secret'], code: 'LINK_NOT_GOOD' }],
      })),
    );
    expect(await activation(foreign.browser, { secret: foreign.secret })).toBe('activated');
  });
});
