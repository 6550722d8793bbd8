import { expect, it } from 'vitest';
import { field, goodValues, page } from '../../test-context.js';
import { validateForm } from './validate.js';

const faults = (changes: Record<string, string>) =>
  validateForm(page, { ...goodValues, ...changes }).map(({ field, code }) => `${field} ${code}`);

it('finds nothing wrong with a good form', () => {
  expect(faults({})).toEqual([]);
});

it('finds every fault at once, in the order of the fields', () => {
  expect(validateForm(page, {}).map(({ field }) => field)).toEqual(
    page.signUpFields.map(({ name }) => name),
  );
});

it.each([
  [{ firstName: '  ' }, 'firstName REQUIRED'],
  [{ firstName: 'x'.repeat(256) }, 'firstName TOO_LONG'],
  [{ email: 'anna' }, 'email INVALID_EMAIL'],
  [{ email: 'anna @example.com' }, 'email INVALID_EMAIL'],
  [{ passwordRepeat: 'correct horse' }, 'passwordRepeat REPEAT_DIFFERS'],
])('says what is wrong with %j', (changes, fault) => {
  expect(faults(changes)).toEqual([fault]);
});

it('counts code points', () => {
  expect(faults({ firstName: '😀'.repeat(255) })).toEqual([]);
});

it('takes blanks around an address, and the absence of what is not required', () => {
  expect(faults({ email: ' anna@example.com ' })).toEqual([]);
  const optional = { ...page, signUpFields: [{ ...field('city', 'TEXT'), required: false }] };
  expect(validateForm(optional, {})).toEqual([]);
});

it('asks for an invite code where the page does, and for nothing else first', () => {
  const invited = { ...page, inviteOnly: true };
  expect(validateForm(invited, goodValues)).toEqual([{ field: 'inviteCode', code: 'REQUIRED' }]);
  expect(validateForm(invited, { ...goodValues, inviteCode: 'code' })).toEqual([]);
});
