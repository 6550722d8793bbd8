import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Why an address may not be called. */
export type OutgoingAddressFault =
  'NOT_AN_ADDRESS' | 'NOT_HTTPS' | 'HAS_CREDENTIALS' | 'NOT_PUBLIC';

export interface OutgoingRules {
  /** Operator-only, for tests and development: plain http to 127.0.0.1 is called, too. */
  readonly allowLoopback: boolean;
}

/** Longest address in characters. */
const longest = 2_000;

/** The host of an address without the brackets of IPv6. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isLocalName = (host: string): boolean => /(^|\.)(localhost|local|internal)\.?$/.test(host);

/** What can be told of an address before its name is resolved; null when nothing is wrong. */
export const outgoingAddressFault = (
  text: string,
  { allowLoopback }: OutgoingRules,
): OutgoingAddressFault | null => {
  if (text.length > longest || !URL.canParse(text)) return 'NOT_AN_ADDRESS';
  const url = new URL(text);
  const host = bareHost(url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'NOT_AN_ADDRESS';
  if (url.username !== '' || url.password !== '') return 'HAS_CREDENTIALS';
  if (allowLoopback && isLoopbackAddress(host)) return null;
  if (url.protocol !== 'https:') return 'NOT_HTTPS';
  const isRefused = isIP(host) === 0 ? isLocalName(host) : !isPublicAddress(host);
  return isRefused ? 'NOT_PUBLIC' : null;
};
