import { domainToASCII } from 'node:url';
import { fail, ok, type Result } from '../result.js';

/** One mailbox, in the forms that the product needs. */
export interface EmailAddress {
  /** For people: as typed, without spaces around it, in Unicode NFC. */
  readonly asTyped: string;
  /** For mail servers: local part as typed, domain as in the key, so that both mean one mailbox. */
  readonly mailbox: string;
  /** Tells accounts apart: local part lower-cased, domain as lower-case A-labels. */
  readonly key: string;
  /** Coarser, for limits only: many providers deliver plus-tags and dots to one mailbox. */
  readonly limitKey: string;
}

export type EmailAddressErrorCode = 'REQUIRED' | 'INVALID_EMAIL' | 'TOO_LONG';

/** What to tell the person at the field. */
export const emailAddressMessages: { readonly [C in EmailAddressErrorCode]: string } = {
  REQUIRED: 'Enter an e-mail address.',
  INVALID_EMAIL: 'Enter one e-mail address, such as ada@example.com.',
  TOO_LONG: 'An e-mail address has at most 254 characters.',
};

/** RFC 3696, erratum 1690: what fits between the angle brackets of an SMTP path. */
const longest = 254;

/** Dot-atom of RFC 5322 with the letters of RFC 6531. No quotes, comments, spaces or invisible characters. */
const atom = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const localPartForm = new RegExp(`^${atom}(\\.${atom})*$`, 'u');

/** What may be typed as a domain; the dots of East Asian keyboards count as dots. */
const domainForm = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** @returns lower-case A-labels, or null for IP addresses, single labels and what is no host name */
export const parseMailDomain = (typed: string): string | null => {
  if (!domainForm.test(typed)) return null;
  const domain = domainToASCII(typed.toLowerCase());
  const labels = domain.split('.');
  const isName = labels.length > 1 && labels.every((part) => label.test(part));
  return isName && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : null;
};

const withoutTagAndDots = (localPart: string): string =>
  localPart.replace(/\+.*$/u, '').replaceAll('.', '') || localPart;

/**
 * The one normaliser of e-mail addresses (security rules, «E-mail»). One bare address only:
 * no display name, no quoted local part, no list, no control character.
 */
export const parseEmailAddress = (typed: string): Result<EmailAddress, EmailAddressErrorCode> => {
  const asTyped = typed.trim().normalize('NFC');
  if (asTyped === '') return fail('REQUIRED');
  if (asTyped.length > 4 * longest || Array.from(asTyped).length > longest) return fail('TOO_LONG');
  const [typedLocalPart = '', typedDomain = '', ...more] = asTyped.split('@');
  const domain = parseMailDomain(typedDomain);
  if (more.length > 0 || domain === null || !localPartForm.test(typedLocalPart)) {
    return fail('INVALID_EMAIL');
  }
  // The mapping of Unicode itself, which follows no language: I is always i.
  const localPart = typedLocalPart.toLowerCase().normalize('NFC');
  const key = `${localPart}@${domain}`;
  if (Buffer.byteLength(key) > longest) return fail('TOO_LONG');
  return ok({
    asTyped,
    mailbox: `${typedLocalPart}@${domain}`,
    key,
    limitKey: `${withoutTagAndDots(localPart)}@${domain}`,
  });
};
