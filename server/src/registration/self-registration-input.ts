import type { RoleAssignment } from '../access/index.js';
import type { CaptchaSettingsInput } from '../captcha/index.js';
import type { Audience } from './choose-audience.js';
import type { LandingChoice } from './choose-landing.js';
import type { LegalChoiceInput } from './legal-choice.js';
import type { PlainSettings } from './self-registration.js';

/** Absent keeps, null clears. */
export interface SelfRegistrationInput
  extends PlainSettings, LegalChoiceInput, Partial<LandingChoice>, Partial<Audience> {
  readonly domainId?: string;
  readonly enabled?: boolean;
  readonly captcha?: CaptchaSettingsInput;
  readonly assignments?: readonly RoleAssignment[];
  /** The one that the viewer saw; a save in between is told, not overwritten. */
  readonly revision?: number;
}
