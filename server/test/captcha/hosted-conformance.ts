import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostedCaptchaProvider } from '../../src/captcha/captcha-provider.js';
import { createSiteverifyClient } from '../../src/captcha/http/siteverify-client.js';
import type { Siteverify } from '../../src/captcha/siteverify.js';
import { acmeContext, describeProvider, type ConformanceSubject } from './provider-conformance.js';
import {
  faultyTokens,
  startRecaptchaStandIn,
  type RecaptchaStandIn,
} from './recaptcha-stand-in.js';

/** Of those who answer: so long that a busy machine never comes near it. */
const farDeadlineMs = 60_000;
/** Of those who fail, because two faults are waited out. */
const nearDeadlineMs = 300;

export interface HostedSubject {
  readonly create: (siteverify: Siteverify, secretKey: string) => HostedCaptchaProvider;
  readonly solve: ConformanceSubject['solve'];
  readonly unacceptable: ConformanceSubject['unacceptable'];
}

/** What every captcha must do that another server decides about. */
export const describeHostedProvider = (
  name: string,
  { create, ...tokens }: HostedSubject,
): void => {
  let standIn: RecaptchaStandIn;
  let provider: HostedCaptchaProvider;
  const withSecret = (secretKey: string, deadlineMs = farDeadlineMs) =>
    create(createSiteverifyClient(standIn.verifyUrl, deadlineMs), secretKey);

  beforeAll(async () => {
    standIn = await startRecaptchaStandIn();
    provider = withSecret(standIn.secretKey);
  });
  afterAll(() => standIn.close());

  describeProvider(name, { ...tokens, provider: () => provider });

  describe(`${name}, as a hosted captcha`, () => {
    it('sends the secret key, the token and the address of the visitor, and no more', async () => {
      const token = await tokens.solve();
      await provider.verify(token, acmeContext);
      expect(Object.fromEntries(standIn.questions.at(-1) ?? [])).toEqual({
        secret: standIn.secretKey,
        response: token,
        remoteip: acmeContext.remoteIp,
      });
    });

    it.each([
      ['no token', ''],
      ['a blank token', ' '],
      ['a token of another alphabet', 'tökén'],
      ['a token without end', 'a'.repeat(8_193)],
    ])('asks nobody about %s', async (_, token) => {
      const before = standIn.questions.length;
      await provider.verify(token, acmeContext);
      expect(standIn.questions).toHaveLength(before);
    });

    it.each(faultyTokens)('lets nobody pass while the provider fails: %s', async (fault) => {
      const hurried = withSecret(standIn.secretKey, nearDeadlineMs);
      expect(await hurried.verify(fault, acmeContext)).toMatchObject({
        outcome: 'unavailable',
        reason: 'unreachable',
      });
    });

    it('follows no redirect', async () => {
      const before = standIn.questions.length;
      await provider.verify('redirect', acmeContext);
      expect(standIn.questions).toHaveLength(before + 1);
    });

    it('tells a wrong secret key from an outage, without repeating the key', async () => {
      const verdict = await withSecret('not-the-key').verify(await tokens.solve(), acmeContext);
      expect(verdict).toEqual({
        outcome: 'unavailable',
        reason: 'misconfigured',
        detail: 'invalid-input-secret',
      });
    });

    it('knows whether the provider can be reached', async () => {
      expect(await provider.isReachable()).toBe(true);
      standIn.away = true;
      expect(await provider.isReachable()).toBe(false);
      standIn.away = false;
    });

    it('lets nobody pass when nothing listens at all', async () => {
      const gone = await startRecaptchaStandIn();
      await gone.close();
      const orphan = create(createSiteverifyClient(gone.verifyUrl), gone.secretKey);
      expect(await orphan.verify(await tokens.solve(), acmeContext)).toEqual({
        outcome: 'unavailable',
        reason: 'unreachable',
        detail: 'ECONNREFUSED',
      });
    });
  });
};
