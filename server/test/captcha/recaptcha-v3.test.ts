import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createRecaptchaV3 } from '../../src/captcha/recaptcha-v3.js';
import type { Siteverify } from '../../src/captcha/siteverify.js';
import { describeHostedProvider } from './hosted-conformance.js';
import { acmeContext } from './provider-conformance.js';

const rules = { action: 'sign_up', scoreThreshold: 0.5 };

describeHostedProvider('reCAPTCHA v3', {
  create: (siteverify, secretKey) => createRecaptchaV3(siteverify, secretKey, rules),
  solve: async () => `ok:0.9:sign_up:acme.localhost:${randomUUID()}`,
  unacceptable: {
    wrong: [async () => 'nonsense', 'rejected_by_provider'],
    expired: [async () => 'expired:1', 'expired_or_replayed'],
    'solved on another host': [async () => 'ok:0.9:sign_up:globex.localhost:1', 'host_differs'],
    'made for another action': [async () => 'ok:0.9:login:acme.localhost:1', 'action_differs'],
    'made for no action': [async () => 'ok:0.9:-:acme.localhost:1', 'action_differs'],
    'of a low score': [async () => 'ok:0.49:sign_up:acme.localhost:1', 'score_too_low'],
    'of no score': [async () => 'ok:-:sign_up:acme.localhost:1', 'score_too_low'],
  },
});

it('passes a score that just reaches the threshold', async () => {
  const siteverify: Siteverify = async () => ({
    answered: true,
    answer: {
      success: true,
      hostname: 'ACME.localhost',
      score: 0.5,
      action: 'sign_up',
      errorCodes: [],
    },
  });
  const verdict = await createRecaptchaV3(siteverify, 'key', rules).verify('token', acmeContext);
  expect(verdict).toEqual({ outcome: 'passed', solution: 'token' });
});
