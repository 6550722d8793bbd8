import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { outgoingAddressFault, type OutgoingRules } from '../platform/http/outgoing-address.js';
import { isId } from '../platform/ids.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { locales, type Locale } from '../platform/locale/locale.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textFaults, type TextFault } from '../platform/text.js';
import {
  isWebhook,
  referenceFieldOf,
  type Audience,
  type Recipient,
  type RecipientType,
} from './recipient.js';

export type RecipientErrorCode =
  | TextFault
  | 'NAME_TAKEN'
  | 'NOT_FOUND'
  | 'INVALID_EMAIL'
  | 'INVALID_URL'
  | 'URL_NOT_ALLOWED'
  | 'INVALID_SECRET'
  | 'UNKNOWN_LOCALE'
  | 'TOO_MANY';

/** Absent keeps; what does not belong to the type is left aside. */
export interface RecipientInput {
  readonly name?: string | null;
  readonly userIds?: readonly string[] | null;
  readonly customerIds?: readonly string[] | null;
  readonly userGroupIds?: readonly string[] | null;
  readonly roleIds?: readonly string[] | null;
  readonly emails?: readonly string[] | null;
  /** Write-only. */
  readonly url?: string | null;
  /** Write-only; null clears. */
  readonly signingSecret?: string | null;
  readonly byEmail?: boolean | null;
  readonly locale?: string | null;
}

/** What the input says once it is checked; secrets are not sealed yet. */
export interface ParsedRecipient extends Audience {
  readonly name: string;
  readonly emails: readonly string[];
  readonly byEmail: boolean;
  readonly locale: Locale;
  /** Absent keeps. */
  readonly url?: string;
  /** Absent keeps, null clears. */
  readonly signingSecret?: string | null;
}

type Fault = InputFault<RecipientErrorCode>;
type Parsed<T> = Result<T, Fault[]>;

const nameRule = { max: 255, required: true } as const;
/** Ids or addresses of one recipient. */
const mostReferences = 100;
const mostEmails = 20;
/** As Standard Webhooks writes them: 24 to 64 bytes in base64. */
const secretForm = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/;

const faultAt = (field: string, code: RecipientErrorCode, message: string): Parsed<never> =>
  fail([inputFault(field, code, message)]);

const parseReferences = (
  type: RecipientType,
  input: RecipientInput,
  saved: Audience,
): Parsed<Audience> => {
  const none = { type, userIds: [], customerIds: [], userGroupIds: [], roleIds: [] };
  const field = referenceFieldOf(type);
  if (!field) return ok(none);
  const ids = [...new Set(input[field] ?? saved[field])];
  if (ids.length === 0) return faultAt(field, 'REQUIRED', 'Choose at least one.');
  if (ids.length > mostReferences) {
    return faultAt(field, 'TOO_MANY', `Choose at most ${mostReferences}.`);
  }
  if (!ids.every(isId)) return faultAt(field, 'NOT_FOUND', 'One of these does not exist.');
  return ok({ ...none, [field]: ids });
};

const parseEmails = (typed: readonly string[]): Parsed<string[]> => {
  if (typed.length === 0) return faultAt('emails', 'REQUIRED', 'Enter at least one address.');
  if (typed.length > mostEmails) {
    return faultAt('emails', 'TOO_MANY', `Enter at most ${mostEmails} addresses.`);
  }
  const byKey = new Map<string, string>();
  for (const [index, text] of typed.entries()) {
    const address = parseEmailAddress(text);
    if (!address.ok) {
      return faultAt(`emails.${index}`, 'INVALID_EMAIL', emailAddressMessages[address.failure]);
    }
    byKey.set(address.value.key, address.value.asTyped);
  }
  return ok([...byKey.values()]);
};

const urlAdvice = {
  NOT_AN_ADDRESS: ['INVALID_URL', 'Enter an address such as https://hooks.example.com/….'],
  HAS_CREDENTIALS: ['INVALID_URL', 'Leave user and password out of the address.'],
  NOT_HTTPS: ['URL_NOT_ALLOWED', 'Use an address that starts with https://.'],
  NOT_PUBLIC: ['URL_NOT_ALLOWED', 'Use an address on the public internet.'],
} as const;

const parseUrl = (
  typed: string | null | undefined,
  isSet: boolean,
  rules: OutgoingRules,
): Parsed<string | undefined> => {
  const text = typed?.trim() ?? '';
  if (text === '') return isSet ? ok(undefined) : faultAt('url', 'REQUIRED', 'Enter an address.');
  const fault = outgoingAddressFault(text, rules);
  if (!fault) return ok(text);
  const [code, message] = urlAdvice[fault];
  return faultAt('url', code, message);
};

const parseSecret = (typed: string | null | undefined): Parsed<string | null | undefined> => {
  if (typed === undefined) return ok(undefined);
  const text = typed?.trim() ?? '';
  if (text === '') return ok(null);
  return secretForm.test(text)
    ? ok(text)
    : faultAt('signingSecret', 'INVALID_SECRET', 'Use whsec_ and 24 to 64 bytes in base64.');
};

const parseLocale = (typed: string): Parsed<Locale> => {
  const locale = locales.find((known) => known === typed);
  return locale
    ? ok(locale)
    : faultAt('locale', 'UNKNOWN_LOCALE', `Choose one of ${locales.join(', ')}.`);
};

/** Checks a recipient by itself; all faults at once. @param saved what absent fields keep */
export const parseRecipient = (
  input: RecipientInput,
  saved: Recipient,
  rules: OutgoingRules,
): Result<ParsedRecipient, Fault[]> => {
  const { type } = saved;
  const faults: Fault[] = [];
  const take = <T>(parsed: Parsed<T>, otherwise: T): T => {
    if (parsed.ok) return parsed.value;
    faults.push(...parsed.failure);
    return otherwise;
  };
  const name = parseText(input.name ?? saved.name, nameRule);
  faults.push(...textFaults('name', name, nameRule));
  const references = take(parseReferences(type, input, saved), saved);
  const emails = type === 'EMAILS' ? take(parseEmails(input.emails ?? saved.emails), []) : [];
  const url = isWebhook(type)
    ? take(parseUrl(input.url, saved.sealedUrl !== null, rules), undefined)
    : undefined;
  const secret = type === 'WEBHOOK' ? take(parseSecret(input.signingSecret), undefined) : undefined;
  const locale = take(parseLocale(input.locale ?? saved.locale), saved.locale);
  if (faults.length > 0 || !name.ok) return fail(faults);
  return ok({
    ...references,
    name: name.value,
    emails,
    byEmail: input.byEmail ?? saved.byEmail,
    locale,
    ...(url !== undefined && { url }),
    ...(secret !== undefined && { signingSecret: secret }),
  });
};
