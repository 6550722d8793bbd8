import type { Me } from '../identity';

let postponed = false;

/** «Later»: the person is not asked again until the page is loaded anew. */
export function postponeConsent() {
  postponed = true;
}

/** Whether the legal texts come before anything else. */
export function mustConsent({ consentState }: Pick<Me, 'consentState'>): boolean {
  return consentState === 'REQUIRED' || (consentState === 'ASKED' && !postponed);
}
