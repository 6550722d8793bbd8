import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';
import { sessionCookie, type IdentityContext } from '../identity/index.js';
import type { Admitted, Refusal } from '../platform/graphql/subscription-server.js';
import { hostCookieName, networkOf } from '../platform/http/exchange.js';
import { CallContext } from './call-context.js';
import type { Slices } from './slices.js';

const hostIn = (request: IncomingMessage): string =>
  (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

const noAnswer = (): never => {
  throw new Error('A subscription has no answer that could set a cookie.');
};

/**
 * Who may open a connection for subscriptions: a person with a session, from the own pages alone.
 * Browsers send cookies with the upgrades of any site, so the Origin has to be there and match.
 */
export const createAdmitLive =
  ({ domains, identity }: Pick<Slices, 'domains' | 'identity'>) =>
  async (request: IncomingMessage): Promise<Admitted<IdentityContext> | Refusal> => {
    if (request.url?.split('?')[0] !== '/graphql') return 404;
    const host = hostIn(request);
    const site = await domains.findSite(host);
    if (site.kind === 'unknown' || request.headers.origin !== domains.baseAddressOf(host)) {
      return 403;
    }
    const cookies = parseCookie(request.headers.cookie ?? '');
    const ip = request.socket.remoteAddress ?? '';
    const cookie = (name: string) => cookies[hostCookieName(name)];
    const viewer = await identity.authenticate(site, cookie(sessionCookie), ip);
    if (!viewer) return 401;
    const userAgent = request.headers['user-agent'] ?? null;
    const http = { host, ip, network: networkOf(ip), userAgent, cookie };
    return {
      context: new CallContext({ ...http, setCookie: noAnswer, clearCookie: noAnswer }, site, {
        viewer,
        person: viewer,
      }),
      person: `${viewer.principal.tenantId} ${viewer.principal.userId}`,
      stillCounts: () => identity.isStillSignedIn(viewer),
    };
  };
