import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import ipaddr from 'ipaddr.js';
import type { HttpExchange } from '../graphql/request-context.js';
import { hasLargeBody } from './json-body.js';

/** IPv4 address, or the /64 that one IPv6 customer usually has: what limits are keyed on. */
export const networkOf = (ip: string): string => {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
};

/** Host name of a request, lower case, without port; empty for the few clients that send none. */
export const hostOf = (request: Pick<Request, 'hostname'>): string =>
  // Express types it as always there, but HTTP/1.0 needs no Host header.
  ((request.hostname as string | undefined) ?? '').toLowerCase();

/** The name of one of our cookies as browsers send it. */
export const hostCookieName = (name: string): string => `__Host-${name}`;

/** The request as resolvers see it. Express knows which proxies' headers count. */
export const toExchange = (request: Request, response: Response): HttpExchange => {
  const cookies = parseCookie(request.headers.cookie ?? '');
  const ip = request.ip ?? '';
  const setCookie = (name: string, value: string, maxAge: number): void => {
    response.append(
      'set-cookie',
      stringifySetCookie({
        name: hostCookieName(name),
        value,
        maxAge,
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
      }),
    );
  };
  return {
    host: hostOf(request),
    ip,
    network: networkOf(ip),
    userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
    cookie: (name) => cookies[hostCookieName(name)],
    setCookie,
    hasLargeBody: hasLargeBody(response),
    clearCookie: (name) => setCookie(name, '', 0),
  };
};
