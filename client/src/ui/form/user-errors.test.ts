import { expect, it } from 'vitest';
import { toFieldErrors, toFieldName } from './user-errors';

it('names a field by its path in the input', () => {
  expect(toFieldName(['input', 'captcha', 'siteKey'])).toBe('captcha.siteKey');
  expect(toFieldName(['input', 'groupRoleAssignments', '0', 'roleId'])).toBe(
    'groupRoleAssignments.0.roleId',
  );
});

it('takes an argument beside the input by its own name, and the input itself as the whole form', () => {
  expect(toFieldName(['id'])).toBe('id');
  expect(toFieldName(['input'])).toBe('');
});

it('keeps the first fault of a field', () => {
  const faults = [
    { field: ['input', 'email'], message: 'first', code: 'REQUIRED' },
    { field: ['input', 'email'], message: 'second', code: 'INVALID_EMAIL' },
    { field: ['input'], message: 'whole', code: 'WRONG_CREDENTIALS' },
  ];
  expect(toFieldErrors(faults, ({ message }) => message)).toEqual({ email: 'first', '': 'whole' });
});
