import { beforeAll, describe, expect, it, vi } from 'vitest';
import { overloaded } from '../../src/platform/failures.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { goodPassword, registerAndActivate } from './sign-up.js';

const limits = {
  signInPerNetwork: { points: 12, seconds: 3_600 },
  signInPerAccountAndNetwork: { points: 3, seconds: 900 },
  signInPerAccount: { points: 8, seconds: 900 },
};
const email = 'guessed@people.example';

let app: TestApp;
let host: string;

beforeAll(async () => {
  app = await startTestApp({ limits, trustedProxies: ['127.0.0.1'] });
  host = (await makeTenant(app)).host;
  for (const name of ['guessed', 'parallel']) {
    await registerAndActivate(app, app.browser(host), `${name}@people.example`);
  }
});

const attempt = async (ip: string, password: string, address = email): Promise<string> => {
  const { data, errors } = await app
    .browser(host, { 'x-forwarded-for': ip })
    .graphql<{ signIn: { me: object | null; userErrors: { code: string }[] } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code } } }`,
      { input: { email: address, password } },
    );
  if (data?.signIn.me) return 'signed in';
  return errors[0]?.extensions.code ?? data?.signIn.userErrors[0]?.code ?? '';
};
const guess = (ip: string, address?: string) => attempt(ip, 'not the right one at all', address);

describe('sign-in', () => {
  it('locks an account for the network that guesses, and for no other', async () => {
    const outcomes = [];
    for (let call = 0; call < 4; call += 1) outcomes.push(await guess('198.51.100.1'));
    expect(outcomes).toEqual([...Array<string>(3).fill('WRONG_CREDENTIALS'), 'RATE_LIMITED']);
    expect(await attempt('198.51.100.1', goodPassword)).toBe('RATE_LIMITED');
    expect(await attempt('198.51.100.2', goodPassword)).toBe('signed in');
  });

  it('lets no more guesses through when they come all at once, nor do they lock out others', async () => {
    const address = 'parallel@people.example';
    const guesses = Array.from({ length: 11 }, () => guess('198.51.100.3', address));
    const wrong = (await Promise.all(guesses)).filter((code) => code === 'WRONG_CREDENTIALS');
    expect(wrong).toHaveLength(3);
    expect(await attempt('198.51.100.4', goodPassword, address)).toBe('signed in');
  });

  it('counts alike for an address that nobody has', async () => {
    const outcomes = [];
    for (let call = 0; call < 4; call += 1) {
      outcomes.push(await guess('198.51.100.5', 'nobody@people.example'));
    }
    expect(outcomes).toEqual([...Array<string>(3).fill('WRONG_CREDENTIALS'), 'RATE_LIMITED']);
  });

  it('is limited per network over all accounts', async () => {
    const outcomes = [];
    for (let call = 0; call < 13; call += 1) {
      outcomes.push(await guess('198.51.100.6', `somebody-${call}@people.example`));
    }
    expect(outcomes.at(11)).toBe('WRONG_CREDENTIALS');
    expect(outcomes.at(12)).toBe('RATE_LIMITED');
    expect(await attempt('198.51.100.7', goodPassword)).toBe('signed in');
  });

  it('does not count a password that the busy server could not look at', async () => {
    const verify = vi.spyOn(app.server.slices.hasher, 'verify');
    for (let call = 0; call < 4; call += 1) {
      verify.mockRejectedValueOnce(overloaded(2));
      expect(await attempt('198.51.100.9', goodPassword)).toBe('OVERLOADED');
    }
    verify.mockRestore();
    expect(await attempt('198.51.100.9', goodPassword)).toBe('signed in');
  });

  it('forgets wrong passwords after the right one', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect(await guess('198.51.100.8')).toBe('WRONG_CREDENTIALS');
      expect(await guess('198.51.100.8')).toBe('WRONG_CREDENTIALS');
      expect(await attempt('198.51.100.8', goodPassword)).toBe('signed in');
    }
  });
});
