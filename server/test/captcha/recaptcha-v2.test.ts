import { randomUUID } from 'node:crypto';
import { createRecaptchaV2 } from '../../src/captcha/recaptcha-v2.js';
import { describeHostedProvider } from './hosted-conformance.js';

describeHostedProvider('reCAPTCHA v2', {
  create: createRecaptchaV2,
  solve: async () => `ok:-:-:acme.localhost:${randomUUID()}`,
  unacceptable: {
    wrong: [async () => 'nonsense', 'rejected_by_provider'],
    expired: [async () => 'expired:1', 'expired_or_replayed'],
    'solved on another host': [async () => 'ok:-:-:globex.localhost:1', 'host_differs'],
    'solved on no host': [async () => 'ok', 'host_differs'],
  },
});
