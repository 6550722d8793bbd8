import type { PasswordFault } from '@gatehouse/password-rules';
import { passwordFaults } from '../identity/index.js';
import {
  emailAddressMessages,
  parseEmailAddress,
  type EmailAddress,
} from '../platform/email/email-address.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { BuiltInKey } from './built-in-fields.js';
import type { CollectedField } from './collected-field.js';
import { isDisposable } from './disposable-domains.js';
import {
  emailEntryMessages,
  findEmailEntryFault,
  type EmailEntryFault,
  type EntryRules,
} from './entry-rules.js';
import type { SelfRegistration } from './self-registration.js';
import { parseAnswer, type AnswerFault } from './sign-up-answer.js';
import { toSignUpField } from './sign-up-field.js';

export type SignUpFormErrorCode = AnswerFault | 'INVALID_EMAIL' | EmailEntryFault | PasswordFault;

/** What is sent of the built-in fields by name, and of the custom ones by key. */
export interface SignUpFormInput extends Partial<Record<TypedKey, string | null>> {
  readonly email: string;
  readonly password: string;
  readonly customFields?: readonly { readonly key: string; readonly value: string }[] | null;
}

type TypedKey = Exclude<BuiltInKey, 'email' | 'password' | 'passwordRepeat'>;

export interface SignUpForm {
  readonly address: EmailAddress;
  readonly password: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Everything else that was filled in, in the page's order. */
  readonly fields: readonly CollectedField[];
}

/**
 * Checks every field of the page and reports all faults at once, in its order. What the page does
 * not ask for, or no longer, is not taken.
 */
export const parseSignUpForm = (
  input: SignUpFormInput,
  page: SelfRegistration,
  tenantName: string,
): Result<SignUpForm, InputFault<SignUpFormErrorCode>[]> => {
  const { fields, locale } = page;
  const faults: InputFault<SignUpFormErrorCode>[] = [];
  const answers: CollectedField[] = [];
  const custom = new Map((input.customFields ?? []).map(({ key, value }) => [key, value]));
  const address = parseEmailAddress(input.email);
  for (const field of fields.map(toSignUpField(locale))) {
    if (field.kind === 'PASSWORD_REPEAT') continue;
    if (field.kind === 'EMAIL') {
      faults.push(...findAddressFaults(address, page));
    } else if (field.kind === 'PASSWORD') {
      faults.push(...findPasswordFaults(input, tenantName));
    } else {
      const typed = field.isCustom ? custom.get(field.key) : input[field.key as TypedKey];
      const answer = parseAnswer(field, typed, locale);
      if (!answer.ok) {
        faults.push(inputFault(field.name, answer.failure.code, answer.failure.message));
      } else if (answer.value) answers.push(answer.value);
    }
  }
  if (!address.ok || faults.length > 0) return fail(faults);
  const answerTo = (key: BuiltInKey) => answers.find((one) => one.key === key)?.value ?? null;
  return ok({
    address: address.value,
    password: input.password,
    firstName: answerTo('firstName'),
    lastName: answerTo('lastName'),
    fields: answers.filter(({ key }) => key !== 'firstName' && key !== 'lastName'),
  });
};

const findAddressFaults = (address: ReturnType<typeof parseEmailAddress>, rules: EntryRules) => {
  if (!address.ok) {
    return [inputFault('email', address.failure, emailAddressMessages[address.failure])];
  }
  const fault = findEmailEntryFault(rules, address.value, isDisposable);
  return fault ? [inputFault('email', fault, emailEntryMessages[fault])] : [];
};

const findPasswordFaults = (input: SignUpFormInput, tenantName: string) => {
  if (input.password === '') return [inputFault('password', 'REQUIRED', 'Choose a password.')];
  const names = [input.firstName, input.lastName, tenantName];
  return passwordFaults('password', input.password, { email: input.email, names });
};
