import { bearerToken } from '../api-keys/index.js';
import { sessionCookie } from '../identity/index.js';
import { unauthenticated } from '../platform/failures.js';
import type { Site } from '../domains/index.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { Caller } from './call-context.js';
import type { Slices } from './slices.js';

/**
 * Who calls. A call with an API key ignores cookies, and a key that does not count is an error:
 * a tool would otherwise read the answer for strangers as its own.
 * @throws UNAUTHENTICATED
 */
export const findCaller = async (
  { identity, apiKeys }: Pick<Slices, 'identity' | 'apiKeys'>,
  site: Site,
  http: HttpExchange,
  authorization: string | undefined,
): Promise<Caller> => {
  const token = bearerToken(authorization);
  if (token !== null) {
    const viewer = await apiKeys.authenticateKey(site, token, http.ip);
    if (!viewer) throw unauthenticated();
    return { viewer, person: null };
  }
  const person = await identity.authenticate(site, http.cookie(sessionCookie), http.ip);
  return { viewer: person, person };
};
