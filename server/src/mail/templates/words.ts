import { toMailName } from '../mail-name.js';
import type { AboutPerson, MailContent, MailFacts, MailTemplate } from '../mail-template.js';

/** How a language says what the facts of a mail are. */
export interface Phrases {
  /** @param name as far as it is harmless; null without one */
  readonly greeting: (name: string | null) => string;
  /** In place of a name that is missing. */
  readonly somebody: string;
  readonly hours: (count: number) => string;
  readonly minutes: (count: number) => string;
  /** As it stands behind «within». */
  readonly days: (count: number) => string;
  readonly moment: (at: Date) => string;
  /** A sentence; without a day there is no time left. */
  readonly acceptBy: (day: Date | null) => string;
  /** A sentence; empty without any. */
  readonly skipped: (count: number) => string;
  /** The same. */
  readonly waiting: (count: number) => string;
}

type ToWords = {
  readonly [T in MailTemplate]: (facts: MailFacts[T], phrases: Phrases) => Record<string, string>;
};

const person = (name: string | null, email: string): string => {
  const safeName = toMailName(name);
  return safeName === null ? email : `${safeName} (${email})`;
};

const greeted = (name: string | null, phrases: Phrases) => {
  const safeName = toMailName(name);
  return { greeting: phrases.greeting(safeName), name: safeName ?? '' };
};

const toSignUp = (
  { tenantName, host, name }: MailFacts['waiting-for-approval']['variables'],
  phrases: Phrases,
) => ({ ...greeted(name, phrases), tenantName, host });

const toInvitation = (
  { tenantName, host, inviterName }: MailFacts['invitation-unavailable']['variables'],
  phrases: Phrases,
) => ({
  greeting: phrases.greeting(null),
  ...{ tenantName, host, inviter: toMailName(inviterName) ?? phrases.somebody },
});

const toNotice = ({ host, name, email, at, url }: AboutPerson['variables'], phrases: Phrases) => ({
  person: person(name, email),
  email,
  host,
  moment: phrases.moment(at),
  url,
});

/**
 * The variables of each template, as the words that a mail shows. What a stranger typed is in none
 * of them but a name, which is cut.
 */
const table = {
  activation: ({ variables, secrets }, phrases) => ({
    ...greeted(variables.name, phrases),
    ...{ tenantName: variables.tenantName, host: variables.host },
    linkLifetime: phrases.hours(variables.hours),
    codeLifetime: phrases.minutes(variables.minutes),
    ...{ url: secrets.url, code: secrets.code },
  }),
  'already-registered': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    ...{ tenantName: variables.tenantName, host: variables.host },
    ...{ signInUrl: variables.signInUrl, forgotPasswordUrl: variables.forgotPasswordUrl },
  }),
  'account-activated': ({ variables }, phrases) => ({
    ...greeted(variables.name, phrases),
    ...{ tenantName: variables.tenantName, host: variables.host },
    signInUrl: variables.signInUrl,
  }),
  'waiting-for-approval': ({ variables }, phrases) => toSignUp(variables, phrases),
  approval: ({ variables }, phrases) => ({
    ...toSignUp(variables, phrases),
    signInUrl: variables.signInUrl,
  }),
  rejection: ({ variables }, phrases) => ({
    ...toSignUp(variables, phrases),
    reason: variables.reason,
  }),
  invitation: ({ variables, secrets }, phrases) => ({
    ...toInvitation(variables, phrases),
    linkLifetime: phrases.days(variables.days),
    url: secrets.url,
  }),
  'invitation-unavailable': ({ variables }, phrases) => toInvitation(variables, phrases),
  'reset-password': ({ variables, secrets }, phrases) => ({
    greeting: phrases.greeting(null),
    host: variables.host,
    linkLifetime: phrases.minutes(variables.minutes),
    url: secrets.url,
  }),
  'password-was-reset': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    ...{ host: variables.host, forgotPasswordUrl: variables.forgotPasswordUrl },
  }),
  'confirm-address': ({ variables, secrets }, phrases) => ({
    greeting: phrases.greeting(null),
    host: variables.host,
    linkLifetime: phrases.hours(variables.hours),
    url: secrets.url,
  }),
  'address-taken': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    host: variables.host,
  }),
  'address-changed': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    host: variables.host,
  }),
  'account-locked': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    ...{ host: variables.host, lockTime: phrases.minutes(variables.minutes) },
    forgotPasswordUrl: variables.forgotPasswordUrl,
  }),
  'legal-text-changed': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    ...{ title: variables.title, host: variables.host, url: variables.url },
    deadline: phrases.acceptBy(variables.requiredFrom),
  }),
  'test-mail': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    host: variables.host,
  }),
  'new-registration': ({ variables }, phrases) => toNotice(variables, phrases),
  'registration-waiting': ({ variables }, phrases) => toNotice(variables, phrases),
  'registration-activated': ({ variables }, phrases) => toNotice(variables, phrases),
  'grants-skipped': ({ variables }) => ({
    person: person(variables.name, variables.email),
    ...{ email: variables.email, host: variables.host },
    ...{ grants: variables.grants, url: variables.url },
  }),
  'registrations-summary': ({ variables }, phrases) => ({
    host: variables.host,
    registeredCount: String(variables.registeredCount),
    activatedCount: String(variables.activatedCount),
    waiting: phrases.waiting(variables.waitingCount),
    skipped: phrases.skipped(variables.skippedCount),
    url: variables.url,
  }),
  'test-notice': ({ variables }, phrases) => ({
    greeting: phrases.greeting(null),
    url: variables.url,
  }),
} satisfies ToWords;

/** The words of each template: what stands for its variables. */
export type MailWords = { readonly [T in MailTemplate]: ReturnType<(typeof table)[T]> };

export const toWords = <T extends MailTemplate>(
  content: MailContent<T>,
  phrases: Phrases,
): MailWords[T] => {
  // The content fits its own row of the table, which TypeScript can't see.
  const row = table[content.template] as unknown as ToWords[T];
  return row(content as never, phrases) as MailWords[T];
};
