import { findAudienceFaults } from './audience-form';
import { findCaptchaFaults } from './captcha-form';
import type { Faults } from './faults';
import { findFieldFaults } from './fields/fields-form';
import { findGreetingFaults } from './greeting-form';
import { findLandingFaults } from './landing-form';
import { findAssignmentFaults } from './role-table-form';
import type { SelfRegistrationForm } from './self-registration-form';

/** Hours that an activation link may live. */
export const LINK_LIFETIME = { min: 1, max: 24 };

/**
 * What keeps a form from being saved, the topmost first. `secretKeySet`: the API already holds the
 * secret of the chosen provider.
 */
export function findFaults(form: SelfRegistrationForm, secretKeySet: boolean): Faults {
  const faults: Faults = {};
  if (!form.domain) faults.domainId = 'domainMissing';
  Object.assign(faults, findCaptchaFaults(form.captcha, secretKeySet));
  Object.assign(faults, findGreetingFaults(form.greeting));
  if (form.showPrivacyPolicy && !form.privacyPolicy) faults.privacyPolicyId = 'legalTextMissing';
  if (form.showTermsOfUse && !form.termsOfUse) faults.termsOfUseId = 'legalTextMissing';
  Object.assign(faults, findAudienceFaults(form.notices));
  Object.assign(faults, findLandingFaults(form.landing));
  Object.assign(faults, findAssignmentFaults(form.assignments));
  Object.assign(faults, findFieldFaults(form.signUpFields, form.greeting.locale));
  const hours = form.activationLinkLifetime;
  if (!Number.isInteger(hours) || hours < LINK_LIFETIME.min || hours > LINK_LIFETIME.max) {
    faults.activationLinkLifetime = 'lifetimeOutOfRange';
  }
  return faults;
}
