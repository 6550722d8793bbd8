import { createHash } from 'node:crypto';
import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import { addMs, minuteMs, type Clock } from '../platform/clock.js';
import { argumentFault, failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret, newSecret } from '../platform/secrets.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Transact } from '../platform/transaction.js';
import type { MailGrantRepository } from './mail-grant-repository.js';
import type { MailSettings, OauthClient } from './mail-settings.js';
import type { MailSettingsRepository } from './mail-settings-repository.js';
import type { OauthTokens } from './oauth-tokens.js';
import type { AskForTokens } from './token-endpoint.js';

export type MailConsentErrorCode = 'NOT_OAUTH2' | 'CONSENT_NOT_GOOD' | 'PROVIDER_REFUSED';

type Outcome<T> = Result<T, InputFaults<MailConsentErrorCode>>;

interface Deps {
  readonly transact: Transact;
  readonly settings: MailSettingsRepository;
  readonly grants: MailGrantRepository;
  readonly tokens: OauthTokens;
  readonly askForTokens: AskForTokens;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  /** The console's page to which providers send the person back. */
  readonly redirectUrl: string;
}

/** Time at the provider's page, in ms. */
const patienceMs = 15 * minuteMs;

/** A state counts only for the person who left with it. */
const stateHashOf = (state: string, { principal }: Viewer): Buffer =>
  hashSecret(`${state} ${principal.userId}`);
const verifierContext = (tenantId: string): string => `mail consent ${tenantId}`;

/** Google hands out a refresh token only when told so. */
const ownParameters = (settings: MailSettings): Record<string, string> =>
  settings.provider === 'GMAIL' ? { access_type: 'offline', prompt: 'consent' } : {};

/** How the owner of a mail account lets this installation send: authorization code with PKCE. */
export const createConnectMailAccount = (deps: Deps) => {
  const { transact, seal, clock } = deps;

  const authorizationUrl = (
    settings: MailSettings,
    client: OauthClient,
    start: { state: string; verifier: string },
  ): string => {
    const url = new URL(client.authorizationUrl);
    const parameters: Record<string, string> = {
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: deps.redirectUrl,
      scope: client.scope,
      state: start.state,
      code_challenge: createHash('sha256').update(start.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...(settings.username && { login_hint: settings.username }),
      ...ownParameters(settings),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  };

  return {
    redirectUrl: deps.redirectUrl,

    /** @returns the address of the provider's page */
    begin: (viewer: Viewer): Promise<Outcome<string>> => {
      requireOnTenant(viewer, 'MAIL_SETTINGS', 'WRITE');
      const { tenantId } = viewer.principal;
      return transact(tenantId, async (tx): Promise<Outcome<string>> => {
        const settings = await deps.settings.find(tx);
        if (!settings?.oauth2) {
          const message = 'Save settings with OAuth 2 first.';
          return failWith(argumentFault('authentication', 'NOT_OAUTH2', message));
        }
        const [state, verifier] = [newSecret(), newSecret()];
        await deps.grants.begin(tx, {
          stateHash: stateHashOf(state, viewer),
          sealedVerifier: seal.seal(verifier, verifierContext(tenantId)),
          expiresAt: addMs(clock.now(), patienceMs),
        });
        return ok(authorizationUrl(settings, settings.oauth2, { state, verifier }));
      });
    },

    /** The person is back from the provider's page. */
    finish: async (
      viewer: Viewer,
      input: { readonly state: string; readonly code: string },
    ): Promise<Outcome<null>> => {
      requireOnTenant(viewer, 'MAIL_SETTINGS', 'WRITE');
      const { tenantId } = viewer.principal;
      const taken = await transact(tenantId, async (tx) => {
        const stateHash = stateHashOf(input.state, viewer);
        const sealedVerifier = await deps.grants.takeVerifier(tx, stateHash, clock.now());
        const client = (await deps.settings.find(tx))?.oauth2;
        return sealedVerifier !== null && client ? { sealedVerifier, client } : null;
      });
      if (!taken) {
        const message = 'This answer is not good any more: connect the account once more.';
        return failWith(inputFault('state', 'CONSENT_NOT_GOOD', message));
      }
      const answer = await deps.askForTokens(tenantId, taken.client.tokenUrl, {
        ...deps.tokens.clientParameters(tenantId, taken.client),
        grant_type: 'authorization_code',
        code: input.code,
        redirect_uri: deps.redirectUrl,
        code_verifier: seal.open(taken.sealedVerifier, verifierContext(tenantId)),
      });
      if (!answer.ok) return failWith(inputFault('code', 'PROVIDER_REFUSED', answer.reason));
      const { tokens } = answer;
      if (tokens.refreshToken === null) {
        const message = 'The provider gave no refresh token: allow offline access and try again.';
        return failWith(inputFault('code', 'PROVIDER_REFUSED', message));
      }
      await transact(tenantId, async (tx) => {
        const stored = deps.tokens.toStored(tenantId, tokens);
        await deps.grants.storeTokens(tx, { ...stored, grantedAt: clock.now() });
        await deps.recordAudit(tx, viewer.actor, {
          action: 'mail_settings.connected',
          entityType: 'MAIL_SETTINGS',
          entityId: tenantId,
          entityName: (await deps.settings.find(tx))?.username ?? null,
        });
      });
      return ok(null);
    },
  };
};

export type ConnectMailAccount = ReturnType<typeof createConnectMailAccount>;
