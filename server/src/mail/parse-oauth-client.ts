import { outgoingAddressFault } from '../platform/http/outgoing-address.js';
import type { OauthClient } from './mail-settings.js';
import { endpointsOf, type OauthEndpoints } from './oauth-endpoints.js';
import type { FaultList, MailSettingsInput, ParseContext } from './parse-mail-settings.js';

/** The client as an administrator sends it. Of the secret, absent keeps what is saved. */
export interface OauthClientInput {
  readonly clientId: string;
  readonly clientSecret?: string | null | undefined;
  readonly directoryId?: string | null | undefined;
  readonly authorizationUrl?: string | null | undefined;
  readonly tokenUrl?: string | null | undefined;
  readonly scope?: string | null | undefined;
}

const idRule = { max: 300, required: true } as const;
const secretRule = { max: 1_000, required: true } as const;
const directoryRule = { max: 100 } as const;
const urlRule = { max: 1_000, required: true } as const;
const scopeRule = { max: 500, required: true } as const;

const parseUrl = (
  list: FaultList,
  field: string,
  typed: string | null | undefined,
  allowLoopback: boolean,
): string | null => {
  const url = list.text(field, typed, urlRule);
  const fault = url === null ? null : outgoingAddressFault(url, { allowLoopback });
  if (fault === null) return url;
  return fault === 'NOT_PUBLIC'
    ? list.add(field, 'URL_NOT_ALLOWED', 'This address is not on the public internet.')
    : list.add(field, 'INVALID_URL', 'Use an address that begins with https://.');
};

const typedEndpoints = (
  list: FaultList,
  input: OauthClientInput,
  allowLoopback: boolean,
): OauthEndpoints => ({
  authorizationUrl:
    parseUrl(list, 'oauth2.authorizationUrl', input.authorizationUrl, allowLoopback) ?? '',
  tokenUrl: parseUrl(list, 'oauth2.tokenUrl', input.tokenUrl, allowLoopback) ?? '',
  scope: list.text('oauth2.scope', input.scope, scopeRule) ?? '',
});

/** A kept secret must not be handed to a server that it was not typed for. */
const parseSecret = (
  list: FaultList,
  input: OauthClientInput,
  { clientId, tokenUrl }: Pick<OauthClient, 'clientId' | 'tokenUrl'>,
  { saved, sealClientSecret }: ParseContext,
): string | null => {
  const field = 'oauth2.clientSecret';
  if (input.clientSecret != null) {
    const secret = list.text(field, input.clientSecret, secretRule);
    return secret === null ? null : sealClientSecret(secret);
  }
  const kept = saved?.oauth2;
  if (!kept?.sealedClientSecret) {
    return list.add(field, 'REQUIRED', 'Enter the secret that the provider gave you.');
  }
  if (kept.clientId === clientId && kept.tokenUrl === tokenUrl) return kept.sealedClientSecret;
  const message = 'Enter the secret again: the saved one belongs to another client.';
  return list.add(field, 'SECRET_NEEDED_AGAIN', message);
};

/** Reads the OAuth 2 client of mail settings; faults go to the list, below `oauth2`. */
export const parseOauthClient = (
  list: FaultList,
  { provider, oauth2 }: MailSettingsInput,
  context: ParseContext,
): OauthClient | null => {
  if (provider === 'SENDGRID') {
    const message = 'SendGrid takes a user and a password: the user is apikey.';
    return list.add('authentication', 'OAUTH2_NOT_OFFERED', message);
  }
  const input: OauthClientInput = oauth2 ?? { clientId: '' };
  const clientId = list.text('oauth2.clientId', input.clientId, idRule) ?? '';
  const directoryId =
    provider === 'OFFICE_365'
      ? list.text('oauth2.directoryId', input.directoryId, directoryRule)
      : null;
  const endpoints =
    endpointsOf(provider, directoryId) ?? typedEndpoints(list, input, context.mayBePrivate);
  const client = { clientId, directoryId, ...endpoints };
  return { ...client, sealedClientSecret: parseSecret(list, input, client, context) };
};
