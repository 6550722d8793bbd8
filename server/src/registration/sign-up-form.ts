import type { PasswordFault } from '@gatehouse/password-rules';
import { passwordFaults } from '../identity/index.js';
import {
  emailAddressMessages,
  parseEmailAddress,
  type EmailAddress,
} from '../platform/email/email-address.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextFault } from '../platform/text.js';

export type SignUpFieldKind = 'TEXT' | 'EMAIL' | 'PASSWORD' | 'PASSWORD_REPEAT';

/** One field of the sign-up form, as page and server know it. */
export interface SignUpField {
  readonly name: string;
  readonly kind: SignUpFieldKind;
  /** In English; the page has its own words for the fields it knows. */
  readonly label: string;
  readonly required: boolean;
  /** Code points. */
  readonly maxLength: number;
  /** Token of the HTML autocomplete attribute. */
  readonly autocomplete: string;
}

const nameLength = 255;

/** The fields of every sign-up page, in order (product, «sign-up fields»). */
export const signUpFields: readonly SignUpField[] = [
  {
    name: 'firstName',
    kind: 'TEXT',
    label: 'First name',
    required: false,
    maxLength: nameLength,
    autocomplete: 'given-name',
  },
  {
    name: 'lastName',
    kind: 'TEXT',
    label: 'Last name',
    required: false,
    maxLength: nameLength,
    autocomplete: 'family-name',
  },
  {
    name: 'email',
    kind: 'EMAIL',
    label: 'E-mail address',
    required: true,
    maxLength: 254,
    autocomplete: 'email',
  },
  {
    name: 'password',
    kind: 'PASSWORD',
    label: 'Password',
    required: true,
    maxLength: 128,
    autocomplete: 'new-password',
  },
  {
    name: 'passwordRepeat',
    kind: 'PASSWORD_REPEAT',
    label: 'Repeat password',
    required: true,
    maxLength: 128,
    autocomplete: 'new-password',
  },
];

export type SignUpFormErrorCode = TextFault | 'INVALID_EMAIL' | PasswordFault;

export interface SignUpFormInput {
  readonly email: string;
  readonly password: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

export interface SignUpForm {
  readonly address: EmailAddress;
  readonly password: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Checks every field and reports all faults at once. */
export const parseSignUpForm = (
  input: SignUpFormInput,
  tenantName: string,
): Result<SignUpForm, InputFault<SignUpFormErrorCode>[]> => {
  const faults: InputFault<SignUpFormErrorCode>[] = [];
  const name = (field: 'firstName' | 'lastName'): string | null => {
    const rule = { max: nameLength };
    const parsed = parseText(input[field], rule);
    if (parsed.ok) return parsed.value;
    faults.push(inputFault(field, parsed.failure, textAdvice(parsed.failure, rule)));
    return null;
  };
  const firstName = name('firstName');
  const lastName = name('lastName');
  const address = parseEmailAddress(input.email);
  if (!address.ok) {
    faults.push(inputFault('email', address.failure, emailAddressMessages[address.failure]));
  }
  if (input.password === '') {
    faults.push(inputFault('password', 'REQUIRED', 'Choose a password.'));
  } else {
    const names = [input.firstName, input.lastName, tenantName];
    faults.push(...passwordFaults('password', input.password, { email: input.email, names }));
  }
  if (!address.ok || faults.length > 0) return fail(faults);
  return ok({ address: address.value, password: input.password, firstName, lastName });
};
