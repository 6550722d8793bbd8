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

const parseDomains = (list: List, typed: readonly string[]) => {
  const faults: Fault[] = [];
  if (typed.length > mostDomains) {
    return { domains: [], faults: [inputFault(list, 'TOO_MANY', `At most ${mostDomains}.`)] };
  }
  const domains: string[] = [];
  for (const [index, one] of typed.entries()) {
    const field = `${list}.${index}`;
    const domain = parseDomain(one);
    if (domain === null) {
      const message = 'Enter a domain such as example.com; it stands for those below it, too.';
      faults.push(inputFault(field, 'INVALID_DOMAIN', message));
    } else if (domains.includes(domain)) {
      faults.push(inputFault(field, 'DUPLICATE', `${domain} is in the list already.`));
    } else domains.push(domain);
  }
  return { domains, faults };
};

/** Whether a list that nobody typed anew holds what the other one got. */
const faultsBetween = (rules: EntryRules): Fault[] =>
  rules.allowedEmailDomains.flatMap((domain, index) =>
    rules.blockedEmailDomains.includes(domain)
      ? [
          inputFault(
            `allowedEmailDomains.${index}`,
            'DUPLICATE',
            `${domain} is blocked, too: take it out of one of the lists.`,
          ),
        ]
      : [],
  );

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
