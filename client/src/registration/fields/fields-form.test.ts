import { describe, expect, it } from 'vitest';
import { toLocalizedTexts } from '../../ui/form/localized';
import { keyFor } from './field-key';
import {
  builtInRow,
  customRow,
  findFieldFaults,
  newFieldRows,
  toFieldInput,
  toFieldRow,
} from './fields-form';

const english = (text: string) => toLocalizedTexts([{ locale: 'en', text }]);

describe('the key of a custom field', () => {
  it.each([
    ['Größe des Hauses', 'grosse-des-hauses'],
    ['  How many rooms? ', 'how-many-rooms'],
    ['2nd phone', 'nd-phone'],
    ['電話', 'field'],
  ])('of %j is %s', (label, key) => {
    expect(keyFor(label, [], 'field')).toBe(key);
  });

  it('is no other field’s, and never too long', () => {
    expect(keyFor('Phone', ['phone', 'phone-2'], 'field')).toBe('phone-3');
    expect(keyFor('x'.repeat(99), ['x'.repeat(36)], 'field').length).toBeLessThanOrEqual(40);
  });
});

describe('a field', () => {
  it('is sent with what its kind has, and with the languages that are written', () => {
    const row = { ...customRow('NUMBER'), key: 'rooms', labels: english(' Rooms '), min: 1 };
    expect(toFieldInput(row)).toEqual({
      ...{ key: 'rooms', kind: 'NUMBER', required: false, min: 1, max: null },
      labels: [{ locale: 'en', text: 'Rooms' }],
    });
    expect(toFieldInput(builtInRow('phone'))).toEqual({
      key: 'phone',
      required: false,
      labels: [],
    });
  });

  it('comes back as it was', () => {
    const row = {
      ...customRow('CHOICE'),
      ...{ key: 'size', labels: english('Size'), options: [{ value: 's', labels: english('S') }] },
    };
    const { options, labels, ...rest } = row;
    const saved = {
      ...rest,
      labels: [{ locale: 'en', text: labels.en }],
      options: options.map((one) => ({ ...one, labels: [{ locale: 'en', text: one.labels.en }] })),
    };
    expect(toFieldRow(saved)).toEqual(row);
  });

  it('of one’s own needs a label in the page’s language', () => {
    const rows = [...newFieldRows(), { ...customRow('TEXT'), labels: english('Hobby') }];
    expect(findFieldFaults(rows, 'en')).toEqual({});
    expect(findFieldFaults(rows, 'de')).toEqual({ 'signUpFields.5.labels': 'fieldLabelMissing' });
  });
});
