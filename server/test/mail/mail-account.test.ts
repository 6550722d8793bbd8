import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { createSampleTenant, signIn, type SampleTenant } from '../identity/people.js';
import { startAccountServer, type AccountServer } from './account-server.js';
import {
  oauthClient,
  startAuthorizationServer,
  type AuthorizationServer,
} from './authorization-server.js';
import {
  beginConsent,
  faultsOf,
  finishConsent,
  mailServer,
  saveSettings,
  sendTestMail,
} from './settings-api.js';

const clock = createTestClock();
const minute = 60_000;
let app: TestApp;
let provider: AuthorizationServer;
let account: AccountServer;
let tenant: SampleTenant;
let by: Browser;

beforeAll(async () => {
  app = await startTestApp({ tenantMailToPrivateNetworks: true, clock });
}, 60_000);
beforeEach(async () => {
  provider = await startAuthorizationServer();
  account = await startAccountServer(({ accessToken }) => accessToken === provider.accessToken);
  tenant = await createSampleTenant(app);
  by = tenant.administrator;
  return async () => {
    await provider.stop();
    await account.stop();
  };
});

const settings = () => ({
  host: '127.0.0.1',
  port: account.port,
  security: 'NONE',
  authentication: 'OAUTH2',
  username: 'mail@acme.example',
  oauth2: {
    ...oauthClient,
    authorizationUrl: provider.authorizationUrl,
    tokenUrl: provider.tokenUrl,
    scope: 'mail',
  },
});

/** Sessions of administrators end in between. */
const later = async (minutes: number): Promise<void> => {
  clock.advance(minutes * minute);
  by = await signIn(app, 'localhost', tenant.administratorEmail);
};

const connect = async (): Promise<void> => {
  await saveSettings(by, settings());
  const { url } = await beginConsent(by);
  const { mailServer: seen } = await finishConsent(by, provider.agree(url ?? ''));
  expect(seen?.connectedAt).toEqual(expect.any(String));
};

describe('a mail account with OAuth 2', () => {
  it('is connected by its owner, and then sends', async () => {
    await saveSettings(by, settings());
    expect((await sendTestMail(by)).outcome).toEqual({
      accepted: false,
      answer: 'The mail account is not connected: connect it in the mail settings.',
    });
    const { url } = await beginConsent(by);
    const asked = new URL(url ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: oauthClient.clientId,
      redirect_uri: `${app.server.publicUrl}/settings/mail-server/connected`,
      code_challenge_method: 'S256',
      scope: 'mail',
      login_hint: 'mail@acme.example',
    });
    await finishConsent(by, provider.agree(url ?? ''));
    expect((await sendTestMail(by)).outcome?.accepted).toBe(true);
    expect(account.logins).toEqual(['XOAUTH2 mail@acme.example']);
  });

  it('gets a new token before the old one ends, and keeps the refresh token that came along', async () => {
    await connect();
    const first = provider.refreshToken;
    await later(59.5);
    expect((await sendTestMail(by, 'one@example.com')).outcome?.accepted).toBe(true);
    expect(provider.renewals).toBe(1);
    expect(provider.refreshToken).not.toBe(first);
    await later(59.5);
    expect((await sendTestMail(by, 'two@example.com')).outcome?.accepted).toBe(true);
    expect(provider.renewals).toBe(2);
  });

  it('gets a new token when the mail server refuses the old one', async () => {
    await connect();
    await saveSettings(by, { ...settings(), fromName: 'Another name' });
    const stale = provider.accessToken;
    await account.stop();
    account = await startAccountServer(
      ({ accessToken }) => accessToken === provider.accessToken && accessToken !== stale,
    );
    await saveSettings(by, settings());
    expect((await sendTestMail(by)).outcome?.accepted).toBe(true);
    expect(account.logins).toHaveLength(2);
  });

  it('says in the provider’s words when the consent is gone', async () => {
    await connect();
    provider.revoke();
    await later(120);
    expect((await sendTestMail(by)).outcome?.answer).toBe(
      'The access to the mail account could not be renewed: The provider answered: invalid_grant: Token has been revoked.',
    );
  });

  it('is not connected with a wrong client secret, which no answer repeats', async () => {
    const wrong = { ...settings().oauth2, clientSecret: 'some other secret' };
    await saveSettings(by, { ...settings(), oauth2: wrong });
    const { url } = await beginConsent(by);
    const { userErrors } = await finishConsent(by, provider.agree(url ?? ''));
    expect(userErrors).toMatchObject([
      { code: 'PROVIDER_REFUSED', message: 'The provider answered: invalid_client: … is wrong' },
    ]);
  });

  it('is no longer connected once it is another account', async () => {
    await connect();
    const { mailServer: same } = await saveSettings(by, { ...settings(), fromName: 'New' });
    expect(same?.connectedAt).toEqual(expect.any(String));
    const { mailServer: other } = await saveSettings(by, {
      ...settings(),
      username: 'x@y.example',
    });
    expect(other?.connectedAt).toBeNull();
  });

  it('keeps tokens and verifier sealed', async () => {
    await connect();
    const owner = new pg.Client(app.connectionString);
    await owner.connect();
    const { rows } = await owner.query<{ all: string }>(
      `select string_agg(g::text, '') as all from mail_grants g where tenant_id = $1`,
      [tenant.id],
    );
    await owner.end();
    expect(rows[0]?.all).not.toContain(provider.accessToken);
    expect(rows[0]?.all).not.toContain(provider.refreshToken);
  });
});

describe('what comes back from the provider', () => {
  it('counts once', async () => {
    await saveSettings(by, settings());
    const back = provider.agree((await beginConsent(by)).url ?? '');
    expect((await finishConsent(by, back)).userErrors).toEqual([]);
    expect((await finishConsent(by, back)).userErrors).toMatchObject([
      { code: 'CONSENT_NOT_GOOD' },
    ]);
  });

  it('counts for 15 minutes', async () => {
    await saveSettings(by, settings());
    const back = provider.agree((await beginConsent(by)).url ?? '');
    clock.advance(16 * minute);
    expect((await finishConsent(by, back)).userErrors).toMatchObject([
      { code: 'CONSENT_NOT_GOOD' },
    ]);
  });

  it('counts for nobody else', async () => {
    await saveSettings(by, settings());
    const back = provider.agree((await beginConsent(by)).url ?? '');
    const other = (await createSampleTenant(app)).administrator;
    await saveSettings(other, settings());
    await beginConsent(other);
    expect((await finishConsent(other, back)).userErrors).toMatchObject([
      { code: 'CONSENT_NOT_GOOD' },
    ]);
    expect((await mailServer(other)).connectedAt).toBeNull();
  });

  it('needs settings with OAuth 2', async () => {
    expect((await beginConsent(by)).userErrors).toMatchObject([{ code: 'NOT_OAUTH2' }]);
  });
});

it('keeps the client’s secret for its own token address only', async () => {
  await saveSettings(by, settings());
  const kept = { ...settings().oauth2, clientSecret: undefined };
  expect(await faultsOf(by, { ...settings(), oauth2: kept })).toEqual([]);
  const elsewhere = { ...kept, tokenUrl: 'https://evil.example/token' };
  expect(await faultsOf(by, { ...settings(), oauth2: elsewhere })).toEqual([
    'oauth2.clientSecret SECRET_NEEDED_AGAIN',
  ]);
});
