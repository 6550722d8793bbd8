import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { overloaded } from '../../src/platform/failures.js';
import {
  faultyTokens,
  startRecaptchaStandIn,
  type RecaptchaStandIn,
} from '../captcha/recaptcha-stand-in.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import { outcomeOf, register, solveCaptcha, type UserError } from './sign-up.js';

type Version = 'RECAPTCHA_V2' | 'RECAPTCHA_V3';

let standIn: RecaptchaStandIn;
let app: TestApp;
let stored: StoredRows;
const hosts = new Map<string, string>();

beforeAll(async () => {
  standIn = await startRecaptchaStandIn();
  app = await startTestApp({ recaptcha: standIn });
  stored = await openStoredRows(app);
  for (const provider of ['RECAPTCHA_V2', 'RECAPTCHA_V3']) {
    for (const whenUnavailable of ['REFUSE', 'PROOF_OF_WORK']) {
      const keys = { siteKey: 'site-key', secretKey: standIn.secretKey };
      const { host } = await makeTenant(app, { captcha: { provider, whenUnavailable, ...keys } });
      hosts.set(`${provider} ${whenUnavailable}`, host);
    }
  }
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.away = false;
});

const hostOf = (version: Version, whenUnavailable = 'REFUSE'): string =>
  hosts.get(`${version} ${whenUnavailable}`) ?? '';

/** What the visitor's browser would get from the provider. */
const solved = (version: Version, host: string): string =>
  `ok:${version === 'RECAPTCHA_V3' ? '0.9:sign_up' : '-:-'}:${host}:${randomUUID()}`;

const faultsOf = async (
  host: string,
  input: Record<string, unknown>,
): Promise<readonly UserError[] | undefined> =>
  (await register(app.browser(host), { email: 'faulty@people.example', ...input })).data?.register
    .userErrors;

const at = (field: string, code: string) => [{ field: ['input', field], code }];

describe.each<Version>(['RECAPTCHA_V2', 'RECAPTCHA_V3'])('%s', (version) => {
  it('lets a visitor sign up who solved it, once', async () => {
    const host = hostOf(version);
    const browser = app.browser(host);
    const captchaToken = solved(version, host);
    const email = 'solved@people.example';
    expect(outcomeOf(await register(browser, { email }))).toBe('CAPTCHA_REQUIRED');
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('CAPTCHA_FAILED');
  });

  it('is asked after all fields are good, and not again after a later fault', async () => {
    const host = hostOf(version);
    const browser = app.browser(host);
    const captchaToken = solved(version, host);
    const email = 'later@people.example';
    const asked = standIn.questions.length;
    await register(browser, { email, captchaToken, password: 'short' });
    expect(standIn.questions).toHaveLength(asked);
    const hash = vi.spyOn(app.server.slices.hasher, 'hash').mockRejectedValueOnce(overloaded(2));
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('OVERLOADED');
    hash.mockRestore();
    expect(outcomeOf(await register(browser, { email, captchaToken }))).toBe('accepted');
    expect(standIn.questions).toHaveLength(asked + 1);
    expect(outcomeOf(await register(browser, { email }))).toBe('CAPTCHA_REQUIRED');
  });

  it('refuses what the provider refuses, and what was solved elsewhere', async () => {
    const host = hostOf(version);
    const tokens = ['nonsense', 'expired:1', solved(version, 'other.localhost')];
    for (const captchaToken of tokens) {
      expect(await faultsOf(host, { captchaToken })).toEqual(at('captchaToken', 'CAPTCHA_FAILED'));
    }
  });

  it('lets nobody in by a token that upsets the provider, nor opens the easier way', async () => {
    // A hanging provider is waited for, and once is enough.
    const tokens = faultyTokens.filter(
      (token) => version === 'RECAPTCHA_V2' || !token.includes('hang'),
    );
    const [refusing, falling] = [hostOf(version), hostOf(version, 'PROOF_OF_WORK')];
    const fallbackToken = await solveCaptcha(app.browser(falling));
    const faults = await Promise.all(
      tokens.flatMap((captchaToken) => [
        faultsOf(refusing, { captchaToken }),
        faultsOf(falling, { captchaToken, fallbackToken }),
      ]),
    );
    expect(faults).toEqual(faults.map(() => at('captchaToken', 'CAPTCHA_UNAVAILABLE')));
    expect(await stored.select('select from captcha_passes where consumed_at is null')).toEqual([]);
  });

  it('refuses while the provider is away, unless the page says otherwise', async () => {
    const host = hostOf(version);
    standIn.away = true;
    const captchaToken = solved(version, host);
    expect(await faultsOf(host, { captchaToken, fallbackToken: 'x' })).toEqual(
      at('captchaToken', 'CAPTCHA_UNAVAILABLE'),
    );
  });

  it('falls back to proof of work while the provider is away, if the page says so', async () => {
    const host = hostOf(version, 'PROOF_OF_WORK');
    const browser = app.browser(host);
    const fallbackToken = await solveCaptcha(browser);
    expect(await faultsOf(host, { fallbackToken })).toEqual(at('captchaToken', 'CAPTCHA_REQUIRED'));
    standIn.away = true;
    expect(await faultsOf(host, {})).toEqual(at('fallbackToken', 'CAPTCHA_REQUIRED'));
    expect(await faultsOf(host, { fallbackToken: 'x' })).toEqual(
      at('fallbackToken', 'CAPTCHA_FAILED'),
    );
    const email = 'fallback@people.example';
    expect(outcomeOf(await register(browser, { email, fallbackToken }))).toBe('accepted');
    expect(await faultsOf(host, { fallbackToken })).toEqual(at('fallbackToken', 'CAPTCHA_FAILED'));
  });
});

describe('reCAPTCHA v3', () => {
  it.each([
    ['a score below the threshold', 'ok:0.49:sign_up'],
    ['no score', 'ok:-:sign_up'],
    ['another action', 'ok:0.9:login'],
    ['no action', 'ok:0.9:-'],
  ])('refuses %s', async (_what, start) => {
    const host = hostOf('RECAPTCHA_V3');
    const captchaToken = `${start}:${host}:${randomUUID()}`;
    expect(await faultsOf(host, { captchaToken })).toEqual(at('captchaToken', 'CAPTCHA_FAILED'));
  });
});
