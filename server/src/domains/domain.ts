import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { isLocalhostName } from './base-address.js';

/** A host name on which a tenant is reached; without port, nothing else. */
export interface Domain {
  readonly id: string;
  /** Lower-case A-labels. */
  readonly host: string;
  readonly createdAt: Date;
}

export type DomainErrorCode =
  | 'REQUIRED'
  | 'INVALID_HOST'
  | 'HOST_NOT_ALLOWED'
  | 'HOST_UNAVAILABLE'
  | 'PROOF_NEEDED'
  | 'NOT_FOUND';

export interface HostRules {
  readonly consoleHost: string;
  /** Only a system administrator adds other than localhost names while there is no proof of ownership. */
  readonly mayAddUnproven: boolean;
}

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

const faultAtHost = (code: DomainErrorCode, message: string): InputFault<DomainErrorCode> =>
  inputFault('host', code, message);

/**
 * A host name as a person types it, in its stored form.
 * Refused: the console's host, IP addresses, public suffixes, names that are no host names.
 */
export const parseHost = (
  typed: string,
  rules: HostRules,
): Result<string, InputFault<DomainErrorCode>> => {
  const text = typed.trim().replace(/\.$/, '');
  if (text === '')
    return fail(faultAtHost('REQUIRED', 'Enter a host name such as signup.example.com.'));
  const host = domainToASCII(text.toLowerCase());
  const labels = host.split('.');
  if (host.length > 253 || host === '' || !labels.every((part) => label.test(part))) {
    return fail(
      faultAtHost('INVALID_HOST', 'Enter a host name only: no https://, no port, no path.'),
    );
  }
  if (isIP(host) !== 0 || /^\d+$/.test(labels.at(-1) ?? '')) {
    return fail(
      faultAtHost('HOST_NOT_ALLOWED', 'An IP address can not be a domain: enter a host name.'),
    );
  }
  if (host === rules.consoleHost) {
    return fail(
      faultAtHost('HOST_NOT_ALLOWED', 'This host is the console itself: choose another name.'),
    );
  }
  if (isLocalhostName(host)) {
    if (isLocalhostName(rules.consoleHost)) return ok(host);
    return fail(
      faultAtHost('HOST_NOT_ALLOWED', 'A localhost name reaches nobody but its own machine.'),
    );
  }
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  if (domain === null || !(isIcann || isPrivate)) {
    return fail(
      faultAtHost(
        'HOST_NOT_ALLOWED',
        'Enter a name below a registered domain, such as signup.example.com.',
      ),
    );
  }
  if (!rules.mayAddUnproven) {
    return fail(
      faultAtHost(
        'PROOF_NEEDED',
        'Ask your system administrator to add this domain: it has to be proven that it is yours.',
      ),
    );
  }
  return ok(host);
};
