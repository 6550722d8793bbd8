import { dayMs } from '../platform/clock.js';
import type { Locale } from '../platform/locale/locale.js';
import type { LegalDocumentKind, LegalVersion } from './legal-document.js';

/** What a person says: this version, read in this language. */
export interface GivenConsent {
  readonly versionId: string;
  readonly locale: string;
}

/** The record that a person accepted a version. */
export interface Consent {
  readonly id: string;
  /** Null once the account is deleted. */
  readonly userId: string | null;
  readonly email: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly kind: LegalDocumentKind;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly locale: Locale;
  /** Of the text that was shown, in hexadecimal digits. */
  readonly sha256: string;
  /** The wording of the box that was ticked. */
  readonly label: string;
  readonly acceptedAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly withdrawnAt: Date | null;
}

export type NewConsent = Omit<Consent, 'documentName' | 'kind' | 'versionNumber' | 'withdrawnAt'>;

/** Who accepts, and from where. */
export interface ConsentGiver {
  readonly userId: string;
  readonly email: string;
  readonly acceptedAt: Date;
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** A version that a person is asked to accept. */
export interface OpenConsent {
  readonly kind: LegalDocumentKind;
  readonly version: LegalVersion;
  /** Before this moment the person may go on without it. */
  readonly requiredFrom: Date;
}

/** Whether a person has something to accept: nothing, something with time left, something at once. */
export type ConsentState = 'UP_TO_DATE' | 'ASKED' | 'REQUIRED';

export const consentStateOf = (
  open: readonly { readonly requiredFrom: Date }[],
  now: Date,
): ConsentState => {
  if (open.length === 0) return 'UP_TO_DATE';
  return open.some(({ requiredFrom }) => requiredFrom <= now) ? 'REQUIRED' : 'ASKED';
};

/** Network addresses are kept so long (security rules, «Consent and privacy»). */
export const ipKeptMs = 90 * dayMs;
