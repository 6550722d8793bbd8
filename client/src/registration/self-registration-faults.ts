import { countCodePoints } from '../ui/form/code-points';
import { isHosted, type CaptchaForm, type SelfRegistrationForm } from './self-registration-form';

/** Longest welcome text, in code points; the API enforces the same. */
export const WELCOME_TEXT_MAX = 200;
/** Hours that an activation link may live. */
export const LINK_LIFETIME = { min: 1, max: 24 };

/** Field name as in the mutation's input → the end of the key `registration.fault.…`. */
export type Faults = Record<string, string>;

/**
 * What keeps a form from being saved, the topmost first. `secretKeySet`: the API already holds the
 * secret of the chosen provider.
 */
export function findFaults(form: SelfRegistrationForm, secretKeySet: boolean): Faults {
  const faults: Faults = {};
  if (!form.domain) faults.domainId = 'domainMissing';
  Object.assign(faults, findCaptchaFaults(form.captcha, secretKeySet));
  if (countCodePoints(form.welcomeText.trim()) > WELCOME_TEXT_MAX) {
    faults.welcomeText = 'welcomeTextTooLong';
  }
  if (form.showPrivacyPolicy && !form.privacyPolicy) faults.privacyPolicyId = 'legalTextMissing';
  if (form.showTermsOfUse && !form.termsOfUse) faults.termsOfUseId = 'legalTextMissing';
  if (form.audience === 'RECIPIENT' && !form.recipient) {
    faults.notificationRecipientId = 'recipientMissing';
  }
  Object.assign(faults, findAssignmentFaults(form));
  const hours = form.activationLinkLifetime;
  if (!Number.isInteger(hours) || hours < LINK_LIFETIME.min || hours > LINK_LIFETIME.max) {
    faults.activationLinkLifetime = 'lifetimeOutOfRange';
  }
  return faults;
}

function findCaptchaFaults(captcha: CaptchaForm, secretKeySet: boolean): Faults {
  const faults: Faults = {};
  if (captcha.provider === 'NONE' && !captcha.acceptNone) {
    faults['captcha.acceptNone'] = 'noneNotAccepted';
  }
  if (!isHosted(captcha.provider)) return faults;
  if (!captcha.siteKey.trim()) faults['captcha.siteKey'] = 'siteKeyMissing';
  if (!captcha.secretKey.trim() && !secretKeySet) faults['captcha.secretKey'] = 'secretKeyMissing';
  if (captcha.provider === 'RECAPTCHA_V3') {
    if (!captcha.action.trim()) faults['captcha.action'] = 'actionMissing';
    if (!(captcha.scoreThreshold >= 0 && captcha.scoreThreshold <= 1)) {
      faults['captcha.scoreThreshold'] = 'thresholdOutOfRange';
    }
  }
  return faults;
}

function findAssignmentFaults(form: SelfRegistrationForm): Faults {
  const faults: Faults = {};
  const seen = new Set<string>();
  form.assignments.forEach(({ role, group }, index) => {
    const field = `groupRoleAssignments.${index}`;
    if (!role) {
      faults[`${field}.roleId`] = 'roleMissing';
    } else if (role.type === 'GROUP' && !group) {
      faults[`${field}.entityGroupId`] = 'groupMissing';
    } else {
      const pair = `${role.id} ${role.type === 'GROUP' ? group?.id : ''}`;
      if (seen.has(pair)) faults[`${field}.roleId`] = 'rowTwice';
      seen.add(pair);
    }
  });
  return faults;
}
