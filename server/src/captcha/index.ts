import type { Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/log.js';
import type { Database } from '../platform/postgres/database.js';
import type { Seal } from '../platform/seal/seal.js';
import { createAltcha, type AltchaWork } from './altcha/altcha.js';
import { createCaptchaFromParts } from './captcha.js';
import {
  CaptchaChallengeResolver,
  type ChallengeLimits,
} from './graphql/captcha-challenge.resolver.js';
import { CaptchaSettingsResolver } from './graphql/captcha-settings.resolver.js';
import { createSiteverifyClient } from './http/siteverify-client.js';
import type { FindOpenPage } from './open-page.js';
import { postgresCaptchaPasses } from './postgres/captcha-pass-repository.js';

export type { Captcha } from './captcha.js';
export { defaultCaptchaSettings, type CaptchaSettings } from './captcha-settings.js';
export { CaptchaSettingsInputType } from './graphql/captcha-settings.input.js';
export { CaptchaSettingsType } from './graphql/captcha-settings.type.js';
export { SignUpCaptchaType } from './graphql/sign-up-captcha.type.js';
export type { FindOpenPage } from './open-page.js';
export type { SignUpCaptcha } from './sign-up-captcha.js';
export type { CaptchaSettingsInput } from './validate-settings.js';

interface Deps {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly log: Log;
  readonly rateLimits: ChallengeLimits;
  /** Set by the operator only: the script for browsers and the endpoint that judges tokens. */
  readonly recaptcha: { readonly scriptUrl: string; readonly verifyUrl: string };
  /** Less than real work, for tests that solve many challenges. */
  readonly altchaWork?: AltchaWork;
}

export const createCaptcha = ({ database, rateLimits, recaptcha, altchaWork, ...deps }: Deps) => {
  const captcha = createCaptchaFromParts({
    ...deps,
    transact: database.transact,
    passes: postgresCaptchaPasses,
    proofOfWork: createAltcha(deps.seal, deps.clock, altchaWork),
    siteverify: createSiteverifyClient(recaptcha.verifyUrl),
    recaptchaScriptUrl: recaptcha.scriptUrl,
  });
  return {
    ...captcha,
    /** @param findOpenPage given by the slice that knows the pages */
    createResolvers: (findOpenPage: FindOpenPage) => [
      new CaptchaChallengeResolver(captcha, findOpenPage, rateLimits),
      new CaptchaSettingsResolver(),
    ],
  };
};
