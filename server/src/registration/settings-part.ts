import type { Viewer } from '../access/index.js';
import { isLocale, type Locale } from '../platform/locale/locale.js';
import type { InputFaults } from '../platform/input-fault.js';
import type { Result } from '../platform/result.js';
import type { Tx } from '../platform/transaction.js';
import type { SelfRegistrationInput } from './self-registration-input.js';
import type { SelfRegistration, SelfRegistrationErrorCode } from './self-registration.js';

export type SelfRegistrationFaults = InputFaults<SelfRegistrationErrorCode>;

/** A page as it is saved, and what somebody wants to make of it. */
export interface WantedChange {
  readonly tx: Tx;
  readonly viewer: Viewer;
  /** Of revision 0 while it is new. */
  readonly page: SelfRegistration;
  readonly input: SelfRegistrationInput;
}

/**
 * Settings that are checked together: what the input makes of them, or all that is wrong with it.
 * Writes nothing.
 */
export type SettingsPart = (
  change: WantedChange,
) => Promise<Result<Partial<SelfRegistration>, SelfRegistrationFaults>>;

/** The page's own language as the input wants it. */
export const localeAfter = ({ page, input }: WantedChange): Locale =>
  input.locale !== undefined && isLocale(input.locale) ? input.locale : page.locale;
