import { expect, it } from 'vitest';
import { mustConsent, postponeConsent } from './consent-postponed';

it('asks before anything else, and once while there is time', () => {
  expect(mustConsent({ consentState: 'UP_TO_DATE' })).toBe(false);
  expect(mustConsent({ consentState: 'ASKED' })).toBe(true);
  postponeConsent();
  expect(mustConsent({ consentState: 'ASKED' })).toBe(false);
  expect(mustConsent({ consentState: 'REQUIRED' })).toBe(true);
});
