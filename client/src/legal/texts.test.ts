import { describe, expect, it } from 'vitest';
import { findTextFault, textFor, toTextForm, toTexts, type DocumentFields } from './texts';

const saved: DocumentFields = {
  id: 'd',
  kind: 'PRIVACY_POLICY',
  name: 'Policy',
  viewerCan: ['READ', 'WRITE'],
  currentVersion: {
    id: 'v',
    number: 1,
    requiredFrom: null,
    publishedAt: '2026-11-22T09:00:00Z',
    publishedBy: 'Ada',
    texts: [{ locale: 'en', html: '<p>a</p>' }],
  },
};

describe('a legal text', () => {
  it('starts with what is published, and leaves out what is not written', () => {
    expect(toTexts(toTextForm(saved))).toEqual([{ locale: 'en', html: '<p>a</p>' }]);
  });

  it('needs a name and a text at first', () => {
    const form = toTextForm(undefined);
    expect(findTextFault(form, undefined)).toBe('enterName');
    expect(findTextFault({ ...form, name: 'Policy' }, undefined)).toBe('enterText');
  });

  it('is published only when it changed, with a grace in range', () => {
    const form = toTextForm(saved);
    expect(findTextFault(form, saved)).toBe('unchanged');
    form.html.de = '<p>b</p>';
    expect(findTextFault(form, saved)).toBeUndefined();
    for (const graceDays of [-1, 91, 1.5, Number.NaN]) {
      expect(findTextFault({ ...form, ask: true, graceDays }, saved)).toBe('graceOutOfRange');
    }
  });

  it('is read in the own language if it is there', () => {
    const texts = [{ locale: 'de' }, { locale: 'en' }];
    expect(textFor(texts, 'de')?.locale).toBe('de');
    expect(textFor(texts, 'fr')?.locale).toBe('en');
    expect(textFor([{ locale: 'de' }], 'en')?.locale).toBe('de');
  });
});
