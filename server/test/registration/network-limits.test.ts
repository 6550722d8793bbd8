import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { noCaptcha, register, resend } from './sign-up.js';

const few = { points: 3, seconds: 3_600 };

let app: TestApp;
let tenant: TestTenant;
let addresses = 0;
const freshAddress = (): string => `fresh-${(addresses += 1)}@people.example`;

beforeAll(async () => {
  app = await startTestApp({
    limits: {
      ...{ registerPerNetwork: few, resendPerNetwork: few, resetPerNetwork: few },
      ...{ activatePerNetwork: few, challengePerNetwork: few },
    },
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
  });
  tenant = await makeTenant(app, noCaptcha);
});

const visitor = (ip: string, host = tenant.host): Browser =>
  app.browser(host, { 'x-forwarded-for': ip });

type Call = (browser: Browser) => Promise<{
  readonly errors: readonly { extensions: { code: string; retryAfter?: number } }[];
  readonly headers: Readonly<Record<string, unknown>>;
}>;

const registerFresh: Call = (browser) => register(browser, { email: freshAddress() });
const resendFresh: Call = (browser) => resend(browser, freshAddress());
const resetFresh: Call = (browser) =>
  browser.graphql(
    `mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }`,
    { input: { email: freshAddress() } },
  );

const activateAnything: Call = (browser) =>
  browser.graphql(`mutation ($input: ActivateInput!) { activate(input: $input) { activated } }`, {
    input: { code: '123456' },
  });
const disownAnything: Call = (browser) =>
  browser.graphql(
    `mutation ($input: DisownRegistrationInput!) { disownRegistration(input: $input) { ended } }`,
    { input: { secret: 'x', email: freshAddress() } },
  );
const challenge: Call = (browser) => browser.graphql(`{ captchaChallenge { challenge } }`);

/** How many of the calls, each from the next address, were let through. */
const passed = async (call: Call, ips: readonly string[], host?: string): Promise<number> => {
  let count = 0;
  for (const ip of ips) {
    const { errors } = await call(visitor(ip, host));
    if (errors.length === 0) count += 1;
    else expect(errors[0]?.extensions.code).toBe('RATE_LIMITED');
  }
  return count;
};

const times = (count: number, ip: string): string[] => Array.from({ length: count }, () => ip);

describe('one network', () => {
  it.each<[string, Call, number]>([
    ['register', registerFresh, 1],
    ['resendActivation', resendFresh, 2],
    ['requestPasswordReset', resetFresh, 3],
    ['activate', activateAnything, 4],
    ['disownRegistration', disownAnything, 5],
    ['captchaChallenge', challenge, 6],
  ])('calls %s so often an hour, and others go on', async (_name, call, net) => {
    expect(await passed(call, times(5, `198.51.100.${net}`))).toBe(3);
    const { errors, headers } = await call(visitor(`198.51.100.${net}`));
    expect(headers['retry-after']).toBe(String(errors[0]?.extensions.retryAfter));
    expect(errors[0]?.extensions.retryAfter).toBeGreaterThan(3_500);
    expect(await passed(call, [`198.51.100.${100 + net}`])).toBe(1);
  });

  it('of IPv6 is a /64', async () => {
    const same = [
      '2001:db8:1:2::1',
      '2001:db8:1:2::2',
      '2001:db8:1:2:ffff::1',
      '2001:db8:1:2:3::9',
    ];
    expect(await passed(registerFresh, same)).toBe(3);
    expect(await passed(registerFresh, ['2001:db8:1:3::1'])).toBe(1);
  });

  it('of IPv4 is one address, also when it is written as IPv6', async () => {
    const same = ['192.0.2.44', '::ffff:192.0.2.44', '192.0.2.44', '::ffff:192.0.2.44'];
    expect(await passed(registerFresh, same)).toBe(3);
    expect(await passed(registerFresh, ['192.0.2.45'])).toBe(1);
  });

  it('is counted per tenant', async () => {
    const other = await makeTenant(app, noCaptcha);
    expect(await passed(registerFresh, times(4, '192.0.2.50'))).toBe(3);
    expect(await passed(registerFresh, ['192.0.2.50'], other.host)).toBe(1);
  });
});

describe('X-Forwarded-For', () => {
  it('counts as far as configured proxies wrote it', async () => {
    const invented = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4'];
    const ips = invented.map((ip) => `${ip}, 192.0.2.60, 10.1.2.3`);
    expect(await passed(registerFresh, ips)).toBe(3);
  });

  describe('without a configured proxy', () => {
    let open: TestApp;
    beforeAll(async () => {
      open = await startTestApp({ limits: { registerPerNetwork: few } });
    });

    it('does not count', async () => {
      const { host } = await makeTenant(open, noCaptcha);
      const outcomes = [];
      for (const ip of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']) {
        const { errors } = await registerFresh(open.browser(host, { 'x-forwarded-for': ip }));
        outcomes.push(errors.length === 0);
      }
      expect(outcomes).toEqual([true, true, true, false]);
    });
  });
});

describe('a page', () => {
  let own: TestApp;
  beforeAll(async () => {
    own = await startTestApp({
      limits: {
        registerPerNetwork: { points: 2, seconds: 3_600 },
        registerPerPage: { points: 4, seconds: 3_600 },
      },
      trustedProxies: ['127.0.0.1'],
    });
  });

  it('is not closed to others by one network that insists', async () => {
    const { host } = await makeTenant(own, noCaptcha);
    const from = (ip: string) => registerFresh(own.browser(host, { 'x-forwarded-for': ip }));
    for (let call = 0; call < 8; call += 1) await from('198.51.100.1');
    const outcomes = [];
    for (const ip of ['198.51.100.2', '198.51.100.3', '198.51.100.4']) {
      outcomes.push((await from(ip)).errors[0]?.extensions.code ?? 'accepted');
    }
    expect(outcomes).toEqual(['accepted', 'accepted', 'RATE_LIMITED']);
  });
});
