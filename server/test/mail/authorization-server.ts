import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Agreement {
  readonly challenge: string;
  readonly redirectUri: string;
}

/** A provider of OAuth 2 on this machine: codes with PKCE, refresh tokens that rotate. */
export interface AuthorizationServer {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** Good until the next one is given out. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** How often tokens were renewed. */
  readonly renewals: number;
  /** The owner of the account agrees. @returns where the browser goes then */
  agree(url: string): URL;
  /** The owner takes the consent back. */
  revoke(): void;
  stop(): Promise<void>;
}

export const oauthClient = { clientId: 'gatehouse', clientSecret: 'the secret of the client' };

const newToken = () => randomBytes(16).toString('hex');

export const startAuthorizationServer = async (): Promise<AuthorizationServer> => {
  const codes = new Map<string, Agreement>();
  let accessToken = '';
  let refreshToken = '';
  let renewals = 0;

  const refuse = (error: string, description: string) => ({
    status: 400,
    body: { error, error_description: description },
  });
  const give = () => {
    accessToken = newToken();
    refreshToken = newToken();
    const body = { access_token: accessToken, refresh_token: refreshToken, expires_in: 3_600 };
    return { status: 200, body };
  };
  const answer = (form: URLSearchParams) => {
    if (form.get('client_secret') !== oauthClient.clientSecret) {
      return refuse('invalid_client', `${form.get('client_secret')} is wrong`);
    }
    if (form.get('grant_type') === 'refresh_token') {
      if (form.get('refresh_token') !== refreshToken) {
        return refuse('invalid_grant', 'Token has been revoked.');
      }
      renewals += 1;
      return give();
    }
    const agreement = codes.get(form.get('code') ?? '');
    codes.clear();
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isGood =
      agreement?.challenge === challenge && agreement.redirectUri === form.get('redirect_uri');
    return isGood ? give() : refuse('invalid_grant', 'Bad code.');
  };

  const agree = (url: URL): URL => {
    const asked = url.searchParams;
    const code = newToken();
    const redirectUri = asked.get('redirect_uri') ?? '';
    codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back;
  };
  /** The provider's own page, where people press the button. */
  const page = (url: URL): string => {
    const address = agree(url).href.replaceAll('&', '&amp;');
    return `<!doctype html><title>Provider</title><a href="${address}">Allow</a>`;
  };

  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      const url = new URL(request.url ?? '', 'http://provider.example');
      response.writeHead(url.pathname === '/authorize' ? 200 : 204, {
        'content-type': 'text/html',
      });
      response.end(url.pathname === '/authorize' ? page(url) : '');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { status, body } = answer(new URLSearchParams(Buffer.concat(chunks).toString()));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    authorizationUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    get accessToken() {
      return accessToken;
    },
    get refreshToken() {
      return refreshToken;
    },
    get renewals() {
      return renewals;
    },
    agree: (url) => agree(new URL(url)),
    revoke: () => (refreshToken = newToken()),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
