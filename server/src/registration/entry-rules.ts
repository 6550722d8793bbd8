import type { EmailAddress } from '../platform/email/email-address.js';

/** Who may register on a page (product, «who may register»); checked in this order. */
export interface EntryRules {
  /** Only with an invite code of the page. */
  readonly inviteOnly: boolean;
  /** Each, in lower-case A-labels, stands for the domain and everything below it. */
  readonly blockedEmailDomains: readonly string[];
  /** Empty: all that are not blocked. */
  readonly allowedEmailDomains: readonly string[];
  /** Whether mailboxes that anybody gets for a few minutes are refused. */
  readonly refuseDisposable: boolean;
  /** Whether an administrator decides after the address is confirmed. */
  readonly requiresApproval: boolean;
}

export const openToAll: EntryRules = {
  inviteOnly: false,
  blockedEmailDomains: [],
  allowedEmailDomains: [],
  refuseDisposable: false,
  requiresApproval: false,
};

export type EmailEntryFault =
  'EMAIL_DOMAIN_BLOCKED' | 'EMAIL_DOMAIN_NOT_ALLOWED' | 'EMAIL_DISPOSABLE';

/** What to do about it, in English. The lists themselves are nobody's business. */
export const emailEntryMessages: { readonly [F in EmailEntryFault]: string } = {
  EMAIL_DOMAIN_BLOCKED: 'Addresses of this provider can not sign up here: use another one.',
  EMAIL_DOMAIN_NOT_ALLOWED:
    'Only addresses of certain organisations can sign up here: use the one that yours gave you.',
  EMAIL_DISPOSABLE: 'Use an address that lasts: this provider gives them out for a short time.',
};

/** The domain and those above it, longest first. */
const withParents = (domain: string): string[] =>
  domain.split('.').map((_label, index, labels) => labels.slice(index).join('.'));

/** Why an address may not sign up, from the address alone. */
export const findEmailEntryFault = (
  rules: EntryRules,
  { key }: Pick<EmailAddress, 'key'>,
  isDisposable: (domain: string) => boolean,
): EmailEntryFault | null => {
  const domains = withParents(key.slice(key.indexOf('@') + 1));
  const isIn = (list: readonly string[]) => domains.some((domain) => list.includes(domain));
  if (isIn(rules.blockedEmailDomains)) return 'EMAIL_DOMAIN_BLOCKED';
  if (rules.allowedEmailDomains.length > 0 && !isIn(rules.allowedEmailDomains)) {
    return 'EMAIL_DOMAIN_NOT_ALLOWED';
  }
  return rules.refuseDisposable && domains.some(isDisposable) ? 'EMAIL_DISPOSABLE' : null;
};
