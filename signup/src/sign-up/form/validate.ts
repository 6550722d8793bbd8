import { isEmail } from '../../email.js';
import type { Fault } from '../../fault.js';
import type { SignUpField, SignUpPage } from '../../page-config.js';
import { findPasswordFault, type PasswordContext } from '@gatehouse/password-rules';

type Values = Record<string, string>;

/** Every fault that can be seen before sending, in the order of the fields. */
export function validateForm(page: SignUpPage, values: Values): Fault[] {
  const faults = page.signUpFields.flatMap((field) => {
    const code = findFault(field, page, values);
    return code ? [{ field: field.name, code }] : [];
  });
  const uninvited = page.inviteOnly && !values['inviteCode']?.trim();
  return uninvited ? [{ field: 'inviteCode', code: 'REQUIRED' }, ...faults] : faults;
}

/** What the password of this form is held against. */
export function toPasswordContext(page: SignUpPage, values: Values): PasswordContext {
  return {
    email: values['email'] ?? '',
    names: [values['firstName'] ?? '', values['lastName'] ?? '', page.tenantName],
  };
}

function findFault(field: SignUpField, page: SignUpPage, values: Values): string | null {
  const value = values[field.name] ?? '';
  switch (field.kind) {
    case 'PASSWORD':
      return value ? findPasswordFault(value, toPasswordContext(page, values)) : 'REQUIRED';
    case 'PASSWORD_REPEAT':
      if (!value) return 'REQUIRED';
      return value === passwordOf(page, values) ? null : 'REPEAT_DIFFERS';
    default:
      if (!value.trim()) return field.required ? 'REQUIRED' : null;
      if ([...value.trim()].length > field.maxLength) return 'TOO_LONG';
      return findFormFault(field, value.trim());
  }
}

function findFormFault({ kind, min, max }: SignUpField, value: string): string | null {
  if (kind === 'EMAIL' && !isEmail(value)) return 'INVALID_EMAIL';
  if (kind === 'PHONE' && !/\d.*\d.*\d/.test(value)) return 'INVALID_PHONE';
  if (kind !== 'NUMBER') return null;
  const number = Number(value.replace(',', '.'));
  if (Number.isNaN(number)) return 'INVALID_NUMBER';
  return number < (min ?? number) || number > (max ?? number) ? 'OUT_OF_RANGE' : null;
}

function passwordOf(page: SignUpPage, values: Values): string | undefined {
  const field = page.signUpFields.find(({ kind }) => kind === 'PASSWORD');
  return field && values[field.name];
}
