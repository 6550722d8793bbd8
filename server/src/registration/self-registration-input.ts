import type { RoleAssignment } from '../access/index.js';
import type { CaptchaSettingsInput } from '../captcha/index.js';
import type { Audience } from './choose-audience.js';
import type { LandingChoice } from './choose-landing.js';
import type { LegalChoiceInput } from './legal-choice.js';
import type { FieldSettingInput } from './parse-sign-up-fields.js';
import type { PlainSettings } from './self-registration.js';
import type { WelcomeInput } from './welcome-text.js';

/** Absent keeps, null clears. */
export interface SelfRegistrationInput
  extends PlainSettings, WelcomeInput, LegalChoiceInput, Partial<LandingChoice>, Partial<Audience> {
  readonly domainId?: string;
  readonly enabled?: boolean;
  readonly captcha?: CaptchaSettingsInput;
  readonly signUpFields?: readonly FieldSettingInput[];
  readonly targetCustomerGroupId?: string | null;
  readonly assignments?: readonly RoleAssignment[];
  readonly inviteOnly?: boolean;
  readonly allowedEmailDomains?: readonly string[] | null;
  readonly blockedEmailDomains?: readonly string[] | null;
  readonly refuseDisposable?: boolean;
  readonly requiresApproval?: boolean;
  /** The one that the viewer saw; a save in between is told, not overwritten. */
  readonly revision?: number;
}
