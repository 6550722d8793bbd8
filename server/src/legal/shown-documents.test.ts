import { expect, it } from 'vitest';
import { checkConsents, type ShownDocument } from './shown-documents.js';

const shown = (versionId: string): ShownDocument => ({
  kind: 'PRIVACY_POLICY',
  versionId,
  number: 1,
  path: '/legal/privacy?version=1',
  texts: [{ locale: 'en', label: 'I accept' }],
});
const given = (versionId: string, locale = 'en') => ({ versionId, locale });

it('takes the consents of all documents shown, and nothing beside', () => {
  const outcome = checkConsents([shown('a'), shown('b')], [given('b'), given('x'), given('a')]);
  expect(outcome).toEqual({ ok: true, value: [given('a'), given('b')] });
  expect(checkConsents([], [given('x')])).toEqual({ ok: true, value: [] });
});

it.each([
  ['missing', []],
  ['of another version', [given('old')]],
  ['of a language that the text does not have', [given('a', 'de')]],
])('tells the current version when a consent is %s', (_, consents) => {
  const outcome = checkConsents([shown('a')], consents);
  expect(outcome).toMatchObject({
    ok: false,
    failure: [
      { field: ['input', 'consents'], code: 'CONSENT_OUTDATED', currentDocument: shown('a') },
    ],
  });
});
