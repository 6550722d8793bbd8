import { parse } from 'tldts';
import { parseMailDomain } from '../platform/email/email-address.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok } from '../platform/result.js';
import type { EntryRules } from './entry-rules.js';
import type { SettingsPart } from './settings-part.js';

/** Domains in one list. */
const mostDomains = 200;

type Fault = InputFault<'INVALID_DOMAIN' | 'DUPLICATE' | 'TOO_MANY'>;
type List = 'allowedEmailDomains' | 'blockedEmailDomains';

/** A domain as an administrator types it, with or without the sign before it. */
const parseDomain = (typed: string): string | null => {
  const domain = parseMailDomain(typed.trim().replace(/^@/, '').replace(/\.$/, ''));
  // `com` or `co.uk` stand for half the world.
  return domain !== null && parse(domain).domain !== null ? domain : null;
};

/** All that is wrong with a list stands at the list, and names what is meant. */
const parseDomains = (list: List, typed: readonly string[]) => {
  if (typed.length > mostDomains) {
    return { domains: [], faults: [inputFault(list, 'TOO_MANY', `At most ${mostDomains}.`)] };
  }
  const faults: Fault[] = [];
  const parsed = typed.map((one) => ({ typed: one.trim(), domain: parseDomain(one) }));
  const bad = parsed.filter(({ domain }) => domain === null).map((one) => `«${one.typed}»`);
  const domains = parsed.flatMap(({ domain }) => domain ?? []);
  const twice = domains.filter((domain, index) => domains.indexOf(domain) !== index);
  if (bad.length > 0) {
    const message = `Enter domains such as example.com. This is none: ${bad.join(', ')}.`;
    faults.push(inputFault(list, 'INVALID_DOMAIN', message));
  }
  if (twice.length > 0) {
    faults.push(inputFault(list, 'DUPLICATE', `Twice in the list: ${twice.join(', ')}.`));
  }
  return { domains, faults };
};

const faultsBetween = (rules: EntryRules): Fault[] => {
  const both = rules.allowedEmailDomains.filter((domain) =>
    rules.blockedEmailDomains.includes(domain),
  );
  if (both.length === 0) return [];
  const message = `Allowed and blocked at once: ${both.join(', ')}. Take it out of one list.`;
  return [inputFault('allowedEmailDomains', 'DUPLICATE', message)];
};

/** Who may register; absent keeps. */
export const chooseEntry: SettingsPart = async ({ page, input }) => {
  const faults: Fault[] = [];
  const domainsOf = (list: List): readonly string[] => {
    const typed = input[list];
    if (!typed) return typed === null ? [] : page[list];
    const parsed = parseDomains(list, typed);
    faults.push(...parsed.faults);
    return parsed.domains;
  };
  const rules: EntryRules = {
    inviteOnly: input.inviteOnly ?? page.inviteOnly,
    blockedEmailDomains: domainsOf('blockedEmailDomains'),
    allowedEmailDomains: domainsOf('allowedEmailDomains'),
    refuseDisposable: input.refuseDisposable ?? page.refuseDisposable,
    requiresApproval: input.requiresApproval ?? page.requiresApproval,
  };
  if (faults.length === 0) faults.push(...faultsBetween(rules));
  return faults.length > 0 ? fail(faults) : ok(rules);
};
