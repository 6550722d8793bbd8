import { describe, expect, it } from 'vitest';
import type { SignUpLegalDocument } from '../../page-config.js';
import { findConsentFaults, isAccepted, toConsents, toFaults, withCurrent } from './consents.js';

const policy = (versionId = 'v1', ...locales: string[]): SignUpLegalDocument => ({
  kind: 'PRIVACY_POLICY',
  versionId,
  number: 1,
  path: '/legal/privacy?version=1',
  texts: (locales.length ? locales : ['en']).map((locale) => ({
    locale,
    label: `Accept ${locale}`,
  })),
});
const outdated = (currentDocument: SignUpLegalDocument) => ({
  field: ['input', 'consents'],
  code: 'CONSENT_OUTDATED',
  message: 'Read it.',
  currentDocument,
});

describe('a legal document', () => {
  it('is accepted only in the language in which it is shown', () => {
    const document = policy('v1', 'en', 'de');
    const state = { documents: [document], accepted: { v1: 'en' }, locale: 'en' as const };
    expect(isAccepted(document, state)).toBe(true);
    expect(isAccepted(document, { ...state, locale: 'de' })).toBe(false);
    expect(toConsents({ ...state, locale: 'de' })).toEqual([{ versionId: 'v1', locale: 'de' }]);
  });

  it('counts in another language when the person’s is not there', () => {
    const state = { documents: [policy()], accepted: { v1: 'en' }, locale: 'de' as const };
    expect(findConsentFaults(state)).toEqual([]);
    expect(toConsents(state)).toEqual([{ versionId: 'v1', locale: 'en' }]);
  });

  it('that nobody ticked is a fault at its box', () => {
    const state = { documents: [policy()], accepted: {}, locale: 'en' as const };
    expect(findConsentFaults(state)).toEqual([
      { field: 'consent-PRIVACY_POLICY', code: 'CONSENT_MISSING' },
    ]);
  });
});

describe('a text that changed meanwhile', () => {
  const next = policy('v2');

  it('takes the place of the old one, unticked, with the fault at its box', () => {
    const documents = withCurrent([policy()], [outdated(next)]);
    expect(documents).toEqual([next]);
    expect(isAccepted(next, { documents, accepted: { v1: 'en' }, locale: 'en' })).toBe(false);
    expect(toFaults([outdated(next)])).toMatchObject([
      { field: 'consent-PRIVACY_POLICY', code: 'CONSENT_OUTDATED' },
    ]);
  });

  it('is added when the page did not show one before', () => {
    expect(withCurrent([], [outdated(next)])).toEqual([next]);
  });
});
