import { addMs, type Clock } from '../platform/clock.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Transact } from '../platform/transaction.js';
import type { MailGrantRepository, StoredTokens } from './mail-grant-repository.js';
import { clientSecretContext, type OauthClient } from './mail-settings.js';
import type { MailSettingsRepository } from './mail-settings-repository.js';
import type { AskForTokens, Tokens } from './token-endpoint.js';

/**
 * A token that logs in at the tenant's mail server.
 * @param renew the last one was refused
 * @throws an error that says in words what is wrong with the consent
 */
export type AccessTokenOf = (tenantId: string, renew: boolean) => Promise<string>;

interface Deps {
  readonly transact: Transact;
  readonly settings: MailSettingsRepository;
  readonly grants: MailGrantRepository;
  readonly askForTokens: AskForTokens;
  readonly seal: Seal;
  readonly clock: Clock;
}

/** A token is renewed so long before its end, in ms: mail servers take their time, too. */
const reserveMs = 60_000;
/** Longer than a provider may take, in ms. */
const claimMs = 20_000;

const accessContext = (tenantId: string): string => `mail access token ${tenantId}`;
const refreshContext = (tenantId: string): string => `mail refresh token ${tenantId}`;

/** Keeps the tokens of mail accounts: sealed in the database, one for all replicas. */
export const createOauthTokens = (deps: Deps) => {
  const { transact, seal, clock } = deps;

  const toStored = (tenantId: string, tokens: Tokens): StoredTokens => ({
    sealedAccessToken: seal.seal(tokens.accessToken, accessContext(tenantId)),
    accessExpiresAt: addMs(clock.now(), tokens.expiresInSeconds * 1_000),
    sealedRefreshToken:
      tokens.refreshToken === null
        ? null
        : seal.seal(tokens.refreshToken, refreshContext(tenantId)),
  });

  /** What every request for tokens carries. */
  const clientParameters = (tenantId: string, client: OauthClient): Record<string, string> => ({
    client_id: client.clientId,
    ...(client.sealedClientSecret && {
      client_secret: seal.open(client.sealedClientSecret, clientSecretContext(tenantId)),
    }),
  });

  const renewToken = async (tenantId: string, sealedRefreshToken: string): Promise<string> => {
    const claimed = await transact(tenantId, async (tx) => {
      const now = clock.now();
      const free = await deps.grants.claimRenewal(tx, now, addMs(now, claimMs));
      return free ? ((await deps.settings.find(tx))?.oauth2 ?? null) : null;
    });
    if (!claimed) throw new Error('The access to the mail account is being renewed just now.');
    const answer = await deps.askForTokens(tenantId, claimed.tokenUrl, {
      ...clientParameters(tenantId, claimed),
      grant_type: 'refresh_token',
      refresh_token: seal.open(sealedRefreshToken, refreshContext(tenantId)),
    });
    await transact(tenantId, (tx) =>
      answer.ok
        ? deps.grants.storeTokens(tx, toStored(tenantId, answer.tokens))
        : deps.grants.releaseRenewal(tx),
    );
    if (answer.ok) return answer.tokens.accessToken;
    throw new Error(`The access to the mail account could not be renewed: ${answer.reason}`);
  };

  const readToken = async (tenantId: string, renew: boolean): Promise<string> => {
    const grant = await transact(tenantId, deps.grants.find);
    if (!grant?.sealedRefreshToken) {
      throw new Error('The mail account is not connected: connect it in the mail settings.');
    }
    const { sealedAccessToken, accessExpiresAt } = grant;
    const isFresh = accessExpiresAt !== null && accessExpiresAt > addMs(clock.now(), reserveMs);
    return isFresh && sealedAccessToken !== null && !renew
      ? seal.open(sealedAccessToken, accessContext(tenantId))
      : renewToken(tenantId, grant.sealedRefreshToken);
  };

  const asked = new Map<string, Promise<string>>();
  /** Mails that are sent side by side share one question. */
  const accessTokenOf: AccessTokenOf = (tenantId, renew) => {
    const key = `${tenantId} ${renew}`;
    const waiting = asked.get(key);
    if (waiting) return waiting;
    const token = readToken(tenantId, renew).finally(() => asked.delete(key));
    asked.set(key, token);
    return token;
  };

  return { accessTokenOf, clientParameters, toStored };
};

export type OauthTokens = ReturnType<typeof createOauthTokens>;
