import 'reflect-metadata';
import { graphql, printType, type GraphQLSchema } from 'graphql';
import { Query, Resolver } from 'type-graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAltcha } from '../../src/captcha/altcha/altcha.js';
import {
  defaultCaptchaSettings,
  type CaptchaSettings,
} from '../../src/captcha/captcha-settings.js';
import { CaptchaChallengeResolver } from '../../src/captcha/graphql/captcha-challenge.resolver.js';
import { CaptchaSettingsResolver } from '../../src/captcha/graphql/captcha-settings.resolver.js';
import { CaptchaSettingsType } from '../../src/captcha/graphql/captcha-settings.type.js';
import type { CaptchaPage } from '../../src/captcha/open-page.js';
import { systemClock } from '../../src/platform/clock.js';
import { buildSchema } from '../../src/platform/graphql/build-schema.js';
import { createTopics } from '../../src/platform/graphql/topics.js';
import { createSeal } from '../../src/platform/seal/seal.js';
import { acmeContext } from './provider-conformance.js';
import { solveAltcha } from './solve-altcha.js';

const saved: CaptchaSettings = {
  ...defaultCaptchaSettings,
  provider: 'RECAPTCHA_V2',
  siteKey: 'site-key',
  sealedSecretKey: 'v1.sealed',
};

/** Shows settings the way a self-registration does; decorated by hand, as test files are not. */
class SettingsResolver {
  settings(): CaptchaSettings {
    return saved;
  }
}
Query(() => CaptchaSettingsType)(SettingsResolver.prototype, 'settings', {});
Resolver()(SettingsResolver);

const altcha = createAltcha(createSeal(Buffer.alloc(32, 7)), systemClock, {
  iterations: 10,
  maxTries: 20,
});
const { selfRegistrationId } = acmeContext;

let asked: unknown[];
let page: CaptchaPage | null;
let wait: number;
let schema: GraphQLSchema;
beforeEach(() => {
  asked = [];
  page = { selfRegistrationId, settings: defaultCaptchaSettings };
  wait = 0;
  const challengeFor = (of: CaptchaPage) => altcha.createChallenge(of.selfRegistrationId);
  const findOpenPage = async (...args: unknown[]) => {
    asked.push(args);
    return page;
  };
  const limits = {
    take: async (buckets: unknown) => {
      asked.push(buckets);
      return wait;
    },
  };
  schema = buildSchema(
    [
      new CaptchaChallengeResolver({ challengeFor }, findOpenPage, limits),
      new CaptchaSettingsResolver(),
      new SettingsResolver(),
    ],
    createTopics(),
  );
});

const http = { host: 'acme.localhost', network: '192.0.2.7' };
const run = (source: string) => graphql({ schema, source, contextValue: { http } });

describe('captchaChallenge', () => {
  it('hands out a challenge that can be solved for the page of the host', async () => {
    const { data, errors } = await run('{ captchaChallenge { challenge expiresAt } }');
    expect(errors).toBeUndefined();
    const { challenge } = JSON.parse(JSON.stringify(data?.captchaChallenge)) as {
      challenge: object;
    };
    const verdict = await altcha.verify(await solveAltcha(challenge), acmeContext);
    expect(verdict).toMatchObject({ outcome: 'passed' });
    expect(asked).toEqual([[['challengePerNetwork', '192.0.2.7']], [{ http }, null]]);
  });

  it('asks for the page of another domain by name', async () => {
    await run('{ captchaChallenge(domain: "globex.localhost") { expiresAt } }');
    expect(asked.at(-1)).toEqual([{ http }, 'globex.localhost']);
  });

  it('is null where no page is open', async () => {
    page = null;
    expect(await run('{ captchaChallenge { expiresAt } }')).toEqual({
      data: { captchaChallenge: null },
    });
  });

  it('ends at the limit of the network, before the page is looked up', async () => {
    wait = 30;
    const { errors } = await run('{ captchaChallenge { expiresAt } }');
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 30 });
    expect(asked).toHaveLength(1);
  });
});

describe('CaptchaSettings', () => {
  it('tells that a secret key is set, and has no field for the key', async () => {
    expect(await run('{ settings { provider siteKey secretKeySet whenUnavailable } }')).toEqual({
      data: {
        settings: {
          provider: 'RECAPTCHA_V2',
          siteKey: 'site-key',
          secretKeySet: true,
          whenUnavailable: 'REFUSE',
        },
      },
    });
    const type = schema.getType('CaptchaSettings');
    expect(type && printType(type)).not.toMatch(/sealed|secretKey\b/);
  });
});
