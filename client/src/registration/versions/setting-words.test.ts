import { describe, expect, it } from 'vitest';
import en from '../messages/en.json';
import { emptyRow } from '../role-table-form';
import { newForm } from '../self-registration-form';
import { differencesOf, SETTINGS, withSettingsOf } from './setting-words';

/** Shows the key and what is put into it. */
const t = (key: string, values: Record<string, unknown> = {}) =>
  [key.split('.').at(-1), ...Object.values(values)].join(' ');
const reader = { id: 'reader', label: 'Reader', type: 'GROUP' } as const;

it('has a name for every setting', () => {
  expect(Object.keys(en.setting).sort()).toEqual([...SETTINGS].sort());
  expect(Object.keys(newForm(null)).sort()).toEqual([...SETTINGS].sort());
});

describe('the difference of two forms', () => {
  it('is told setting by setting, in words', () => {
    const before = newForm(null);
    const group = { id: 'boilers', label: 'Boilers' };
    const after = {
      ...newForm(null),
      enabled: false,
      customerTitlePrefix: 'Home of',
      assignments: [{ ...emptyRow(reader), group }],
    };
    expect(differencesOf(before, after, t)).toEqual([
      { setting: 'enabled', label: 'enabled', before: 'on', after: 'off' },
      {
        setting: 'assignments',
        label: 'assignments',
        before: '',
        after: 'roleOnGroup Reader Boilers',
      },
      {
        setting: 'customerTitlePrefix',
        label: 'customerTitlePrefix',
        before: '',
        after: 'Home of',
      },
    ]);
  });

  it('says who may register, rule by rule', () => {
    const before = newForm(null);
    const after = newForm(null);
    after.entry = { ...after.entry, allowed: 'acme.example, b.example', requiresApproval: true };
    expect(differencesOf(before, after, t)).toEqual([
      {
        setting: 'entry',
        label: 'entry',
        before: 'all',
        after: 'allowed acme.example, b.example\napproval',
      },
    ]);
  });

  it('is none where only the rows were drawn anew', () => {
    const form = (): ReturnType<typeof newForm> => newForm({ ...reader, type: 'GENERIC' });
    expect(differencesOf(form(), form(), t)).toEqual([]);
  });

  it('tells that a secret was typed, and never which', () => {
    const before = newForm(null);
    before.captcha = { ...before.captcha, provider: 'RECAPTCHA_V2', siteKey: 'site' };
    const after = { ...before, captcha: { ...before.captcha, secretKey: 'hidden' } };
    const [difference] = differencesOf(before, after, t);
    expect(difference?.after).toBe('RECAPTCHA_V2, site, newSecret, REFUSE');
  });
});

it('takes over just the settings that were chosen', () => {
  const mine = { ...newForm(null), activationLinkLifetime: 3, enabled: false };
  const theirs = { ...newForm(null), activationLinkLifetime: 5, customerTitlePrefix: 'Home' };
  expect(withSettingsOf(theirs, mine, ['enabled'])).toEqual({ ...theirs, enabled: false });
});
