import { describe, expect, it } from 'vitest';
import { toFault } from '../../fault.js';
import type { SignUpField } from '../../page-config.js';
import { field, makeState, page } from '../../test-context.js';
import { faultTextAt, type View } from '../../view.js';
import { fieldLabel } from './field-label.js';
import { optionsOf } from './options.js';
import { validateForm } from './validate.js';

const number: SignUpField = {
  ...field('customFields.rooms', 'NUMBER'),
  ...{ key: 'rooms', isCustom: true, required: false, min: 1, max: 20 },
};
const country = {
  ...field('country', 'COUNTRY'),
  options: ['AT', 'DE', 'EG'].map((value) => ({ value, labels: [] })),
};
const choice = {
  ...field('customFields.size', 'CHOICE'),
  options: [
    { value: 'large', labels: [{ locale: 'en', text: 'Large' }] },
    {
      value: 'small',
      labels: [
        { locale: 'en', text: 'Small' },
        { locale: 'de', text: 'Klein' },
      ],
    },
  ],
};

const codes = (fields: SignUpField, value: string) =>
  validateForm({ ...page, signUpFields: [fields] }, { [fields.name]: value }).map(
    ({ code }) => code,
  );

describe('a number', () => {
  it.each(['1', '20', '3,5', ' 7.25 ', ''])('may be %j', (value) => {
    expect(codes(number, value)).toEqual([]);
  });
  it.each([
    ['many', 'INVALID_NUMBER'],
    ['0', 'OUT_OF_RANGE'],
    ['20,5', 'OUT_OF_RANGE'],
  ])('may not be %j', (value, code) => {
    expect(codes(number, value)).toEqual([code]);
  });

  it('says what is possible', () => {
    const faults = [{ field: number.name, code: 'OUT_OF_RANGE' }];
    const config = { page: { ...page, signUpFields: [number] }, tenantName: null, signInUrl: '' };
    const state = makeState({ faults });
    const view = { state, words: state.words, config } as unknown as View;
    expect(faultTextAt(view, number.name)).toContain('1 – 20');
  });
});

it('takes what looks like a phone number', () => {
  const phone = field('phone', 'PHONE');
  expect(codes(phone, '+49 30 123')).toEqual([]);
  expect(codes(phone, 'call me')).toEqual(['INVALID_PHONE']);
});

it('names countries in the language of the person, in its order', () => {
  const labels = (locale: string) => optionsOf(country, page, locale).map(({ label }) => label);
  expect(labels('en')).toEqual(['Austria', 'Egypt', 'Germany']);
  expect(labels('de')).toEqual(['Ägypten', 'Deutschland', 'Österreich']);
});

it('offers choices in the person’s language, else in the page’s own', () => {
  expect(optionsOf(choice, page, 'de')).toEqual([
    { value: 'large', label: 'Large' },
    { value: 'small', label: 'Klein' },
  ]);
});

describe('a label', () => {
  const labelIn = (locale: 'en' | 'de', given: SignUpField) => {
    const state = makeState({ locale });
    return fieldLabel({ state, words: state.words } as View, given);
  };
  const phone = { ...field('phone', 'PHONE'), labels: [{ locale: 'de', text: 'Handy' }] };

  it('is the administrator’s in the person’s language, else ours', () => {
    expect(labelIn('de', phone)).toBe('Handy');
    expect(labelIn('en', phone)).toBe('Phone');
  });

  it('of a custom field falls back to the page’s own, whatever its key', () => {
    const odd = {
      ...field('customFields.constructor', 'TEXT'),
      key: 'constructor',
      label: 'Builder',
    };
    expect(labelIn('en', odd)).toBe('Builder');
  });
});

it('takes a fault of the server to the custom field that it names', () => {
  const error = { field: ['input', 'customFields', 'size'], code: 'REQUIRED', message: '' };
  expect(toFault(error).field).toBe('customFields.size');
});
