import type { GivenConsent } from '../legal/index.js';
import { dayMs, minuteMs } from '../platform/clock.js';
import type { CollectedField } from './collected-field.js';
import type { SavedGrants } from './saved-grants.js';

/** WAITING ones have confirmed their address; an administrator decides. */
export type RegistrationState = 'PENDING' | 'WAITING' | 'ACTIVATED' | 'EXPIRED' | 'REJECTED';

/** Why a registration came to nothing. */
export type RejectionReason =
  | 'ADDRESS_IN_USE'
  | 'ANOTHER_ACTIVATED'
  | 'ANOTHER_CONFIRMED'
  | 'DISOWNED'
  | 'NOT_APPROVED'
  | 'PAGE_DELETED';

/** One person's attempt, from submit to activated, expired or rejected. */
export interface Registration {
  readonly id: string;
  /** Null once the page is deleted; what activation needs then is in `savedGrants`. */
  readonly selfRegistrationId: string | null;
  readonly savedGrants: SavedGrants | null;
  readonly host: string;
  readonly email: string;
  readonly emailKey: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** What else was entered, in the order of the page. */
  readonly fields: readonly CollectedField[];
  readonly locale: string;
  readonly state: RegistrationState;
  readonly reason: RejectionReason | null;
  /** What the administrator wrote to the person; only with NOT_APPROVED. */
  readonly rejectionText: string | null;
  readonly skippedGrants: readonly string[];
  readonly ip: string | null;
  readonly submittedAt: Date;
  /** The end of the last link that was sent; null before the first one. */
  readonly expiresAt: Date | null;
  /** Only where an administrator decides after that. */
  readonly confirmedAt: Date | null;
  readonly decidedAt: Date | null;
  /** Name of the administrator who approved or rejected. */
  readonly decidedBy: string | null;
  readonly activatedAt: Date | null;
  readonly userId: string | null;
  readonly customerId: string | null;
}

/** One that may still become an account, with what only activation needs to know. */
export interface OpenRegistration extends Registration {
  readonly passwordHash: string;
  readonly cookieHash: Buffer;
  /** By which the person came; null without one, or when it was deleted since. */
  readonly inviteCodeId: string | null;
  readonly userAgent: string | null;
  /** What was accepted with the form. */
  readonly consents: readonly GivenConsent[];
}

/** Figures: security rules, «Secrets». */
export const codeLifetimeMs = 15 * minuteMs;
export const codeTries = 5;
export const passwordTries = 5;
/** A registration is deleted so long after its last link ended (product, step 8). */
export const keptAfterExpiryMs = 7 * dayMs;
