import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** As the package had them when it was built in; nothing is asked of the network. */
const domains = disposableEmailBlocklistSet();

/** Whether a provider gives out mailboxes for minutes. @param domain lower-case A-labels */
export const isDisposable = (domain: string): boolean => domains.has(domain);
