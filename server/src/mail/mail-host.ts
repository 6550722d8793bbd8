import { domainToASCII } from 'node:url';
import { isPublicAddress } from '../platform/http/public-address.js';
import { fail, ok, type Result } from '../platform/result.js';
import { isLoopbackHost } from './mail-settings.js';

export interface MailHostFault {
  readonly code: 'REQUIRED' | 'INVALID_HOST' | 'HOST_NOT_ALLOWED';
  readonly message: string;
}

const address = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const label = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const localNames = /(^|\.)(localhost|local|internal)$/;

const isAddress = (host: string): boolean => address.test(host);

const isHostName = (host: string): boolean =>
  host.length <= 253 && host.split('.').every((part) => label.test(part));

/**
 * The name or address of a mail server, lower case, international names as A-labels. What a name
 * stands for is checked again at each connection: names change their mind.
 * @param mayBePrivate whether addresses and names that are not of the public internet are taken
 */
export const parseMailHost = (
  typed: string,
  mayBePrivate: boolean,
): Result<string, MailHostFault> => {
  const text = typed.trim().toLowerCase().replace(/\.$/, '');
  if (text === '') return fail({ code: 'REQUIRED', message: 'Fill this in.' });
  const host = isAddress(text) ? text : domainToASCII(text);
  if (!isAddress(host) && !isHostName(host)) {
    const message = 'Enter a host name such as smtp.example.com, without port or scheme.';
    return fail({ code: 'INVALID_HOST', message });
  }
  const isPrivate = isAddress(host)
    ? !isPublicAddress(host)
    : localNames.test(host) || !host.includes('.') || isLoopbackHost(host);
  if (isPrivate && !mayBePrivate) {
    const message = 'This server is not on the public internet. Ask the operator to allow it.';
    return fail({ code: 'HOST_NOT_ALLOWED', message });
  }
  return ok(host);
};
