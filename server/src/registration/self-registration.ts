import type { LocalizedText, LocalizedTextFault } from '../platform/locale/localized-text.js';
import type { Locale } from '../platform/locale/locale.js';
import type { CaptchaSettings } from '../captcha/index.js';
import type { EntityType } from '../access/index.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { isAtMost, isPlainText, textAdvice, type TextFault } from '../platform/text.js';
import type { Audience } from './choose-audience.js';
import type { LandingChoice } from './choose-landing.js';
import type { EntryRules } from './entry-rules.js';
import type { LegalChoice } from './legal-choice.js';
import type { FieldsFault } from './parse-sign-up-fields.js';
import type { FieldSetting } from './sign-up-field.js';

/** The saved configuration of one sign-up page, bound to one domain. */
export interface SelfRegistration extends LegalChoice, LandingChoice, Audience, EntryRules {
  readonly id: string;
  readonly domainId: string;
  readonly host: string;
  /** A real switch: off stops new registrations at once, those made may still finish. */
  readonly enabled: boolean;
  readonly captcha: CaptchaSettings;
  /** The page's own language: what is not there in the person's falls back to it. */
  readonly locale: Locale;
  readonly welcomeTexts: readonly LocalizedText[];
  readonly fields: readonly FieldSetting[];
  /** The group of customers that the new customer enters. */
  readonly targetCustomerGroupId: string | null;
  readonly assignments: readonly GroupRoleAssignment[];
  readonly customerTitlePrefix: string | null;
  /** Hours. */
  readonly activationLinkLifetime: number;
  /** Grows with every save. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A row of the «User group roles» table. What was deleted since leaves its name. */
export interface GroupRoleAssignment {
  readonly id: string;
  readonly roleId: string | null;
  readonly roleName: string;
  readonly entityGroupId: string | null;
  readonly entityGroupName: string | null;
  readonly groupType: EntityType | null;
}

export type SelfRegistrationErrorCode =
  | TextFault
  | LocalizedTextFault
  | FieldsFault
  | 'NOT_FOUND'
  | 'INVALID_DOMAIN'
  | 'DOMAIN_TAKEN'
  | 'TYPE_MISMATCH'
  | 'GRANT_EXCEEDS_OWN'
  | 'NONE_NOT_ACCEPTED'
  | 'TEXT_MISSING'
  | 'DASHBOARD_MISSING'
  | 'OUT_OF_RANGE'
  | 'REVISION_OUTDATED'
  | 'SHOWS_REGISTRANTS'
  | 'DUPLICATE'
  | 'CONFIRMATION_DIFFERS'
  | 'PENDING_UNDECIDED';

const prefixRule = { max: 255 } as const;
/** Hours: product, «activation link lifetime». */
export const linkLifetime = { min: 1, max: 24, default: 24 } as const;

export interface PlainSettings {
  readonly customerTitlePrefix?: string | null;
  readonly activationLinkLifetime?: number | null;
}

/** What remains of the input after its rules: absent keeps, null clears. */
export interface ParsedSettings {
  readonly customerTitlePrefix?: string | null;
  readonly activationLinkLifetime?: number;
}

/** A prefix keeps its spaces: «Home of » stands directly before the address. */
const parsePrefix = (typed: string | null): Result<string | null, TextFault> => {
  if (typed === null || typed.trim() === '') return ok(null);
  if (!isPlainText(typed)) return fail('INVALID_TEXT');
  return isAtMost(typed, prefixRule.max) ? ok(typed) : fail('TOO_LONG');
};

/** Checks the settings that stand by themselves; all faults at once. */
export const parseSettings = (
  input: PlainSettings,
): Result<ParsedSettings, InputFault<SelfRegistrationErrorCode>[]> => {
  const faults: InputFault<SelfRegistrationErrorCode>[] = [];
  const settings: { -readonly [Name in keyof ParsedSettings]: ParsedSettings[Name] } = {};
  if (input.customerTitlePrefix !== undefined) {
    const prefix = parsePrefix(input.customerTitlePrefix);
    if (prefix.ok) settings.customerTitlePrefix = prefix.value;
    else {
      const advice = textAdvice(prefix.failure, prefixRule);
      faults.push(inputFault('customerTitlePrefix', prefix.failure, advice));
    }
  }
  if (input.activationLinkLifetime !== undefined) {
    const hours = input.activationLinkLifetime ?? linkLifetime.default;
    if (hours >= linkLifetime.min && hours <= linkLifetime.max) {
      settings.activationLinkLifetime = hours;
    } else {
      const message = `Choose ${linkLifetime.min} to ${linkLifetime.max} hours.`;
      faults.push(inputFault('activationLinkLifetime', 'OUT_OF_RANGE', message));
    }
  }
  return faults.length > 0 ? fail(faults) : ok(settings);
};
