import type { RequestHandler } from 'express';
import { hostOf } from './exchange.js';

/**
 * Against cross-site requests: a call that bears cookies needs a matching Origin or Fetch-Metadata;
 * with neither it passes only without cookies, or with a key, next to which cookies do not count.
 * @param baseAddressOf the base address of the request's host by our own records, null if unknown
 */
export const originGuard =
  (baseAddressOf: (host: string) => Promise<string | null>): RequestHandler =>
  async (request, response, next) => {
    const refuse = (status: number, message: string): void => {
      response.status(status).json({
        errors: [
          { message, extensions: { code: status === 415 ? 'BAD_USER_INPUT' : 'FORBIDDEN' } },
        ],
      });
    };
    if (request.method !== 'POST') {
      response.set('allow', 'POST');
      return refuse(405, 'Send GraphQL as POST.');
    }
    if (!request.is('application/json')) {
      return refuse(415, 'Send GraphQL with content-type application/json.');
    }
    const { origin, cookie, authorization } = request.headers;
    const fetchSite = request.headers['sec-fetch-site'];
    if (origin !== undefined) {
      if (origin !== (await baseAddressOf(hostOf(request)))) {
        return refuse(403, 'This origin may not call this host.');
      }
    } else if (fetchSite !== undefined) {
      if (fetchSite !== 'same-origin') return refuse(403, 'Only the own pages may call this host.');
    } else if (cookie !== undefined && authorization === undefined) {
      return refuse(403, 'A call with cookies needs an Origin header.');
    }
    return next();
  };
