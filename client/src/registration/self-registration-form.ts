import type { RoleOption } from '../access';
import type {
  CreateSelfRegistrationInput,
  SelfRegistrationSettingsFragment,
} from '../generated/graphql';
import type { PickerOption } from '../ui/picker-option';
import {
  newAudienceForm,
  toAudienceForm,
  toAudienceInput,
  type AudienceForm,
} from './audience-form';
import { newCaptchaForm, toCaptchaForm, toCaptchaInput, type CaptchaForm } from './captcha-form';
import { newEntryForm, toEntryForm, toEntryInput, type EntryForm } from './entry/entry-form';
import { newFieldRows, toFieldInput, toFieldRow, type FieldRow } from './fields/fields-form';
import {
  newGreetingForm,
  toGreetingForm,
  toGreetingInput,
  type GreetingForm,
} from './greeting-form';
import { newLandingForm, toLandingForm, toLandingInput, type LandingForm } from './landing-form';
import {
  emptyRow,
  toAssignmentRow,
  toAssignmentsInput,
  type AssignmentRow,
} from './role-table-form';

export interface DomainOption extends PickerOption {
  baseAddress: string;
}

/** What the editor of a self-registration edits. */
export interface SelfRegistrationForm {
  domain: DomainOption | null;
  enabled: boolean;
  captcha: CaptchaForm;
  greeting: GreetingForm;
  signUpFields: FieldRow[];
  entry: EntryForm;
  customerGroup: PickerOption | null;
  showPrivacyPolicy: boolean;
  privacyPolicy: PickerOption | null;
  showTermsOfUse: boolean;
  termsOfUse: PickerOption | null;
  notices: AudienceForm;
  landing: LandingForm;
  assignments: AssignmentRow[];
  customerTitlePrefix: string;
  /** Hours. */
  activationLinkLifetime: number;
}

export function newForm(role: RoleOption | null): SelfRegistrationForm {
  return {
    domain: null,
    enabled: true,
    captcha: newCaptchaForm(),
    greeting: newGreetingForm(),
    signUpFields: newFieldRows(),
    entry: newEntryForm(),
    customerGroup: null,
    showPrivacyPolicy: false,
    privacyPolicy: null,
    showTermsOfUse: false,
    termsOfUse: null,
    notices: newAudienceForm(),
    landing: newLandingForm(),
    assignments: role ? [emptyRow(role)] : [],
    customerTitlePrefix: '',
    activationLinkLifetime: 24,
  };
}

export function toForm(saved: SelfRegistrationSettingsFragment): SelfRegistrationForm {
  const { domain, privacyPolicy, termsOfUse, targetCustomerGroup: group } = saved;
  return {
    domain: { id: domain.id, label: domain.host, baseAddress: domain.baseAddress },
    enabled: saved.enabled,
    captcha: toCaptchaForm(saved.captcha),
    greeting: toGreetingForm(saved),
    signUpFields: saved.signUpFields.map(toFieldRow),
    entry: toEntryForm(saved),
    customerGroup: group && { id: group.id, label: group.name },
    showPrivacyPolicy: saved.showPrivacyPolicy,
    privacyPolicy: privacyPolicy && { id: privacyPolicy.id, label: privacyPolicy.name },
    showTermsOfUse: saved.showTermsOfUse,
    termsOfUse: termsOfUse && { id: termsOfUse.id, label: termsOfUse.name },
    notices: toAudienceForm(saved),
    landing: toLandingForm(saved),
    assignments: saved.groupRoleAssignments.map(toAssignmentRow),
    customerTitlePrefix: saved.customerTitlePrefix ?? '',
    activationLinkLifetime: saved.activationLinkLifetime,
  };
}

/** The start of another page: off, on no domain yet; secrets never leave the API, so none is copied. */
export function toCopy(saved: SelfRegistrationSettingsFragment): SelfRegistrationForm {
  return { ...toForm(saved), domain: null, enabled: false };
}

/** A page as a new one starts, where it is and as it is switched. */
export function toReset(
  saved: SelfRegistrationSettingsFragment,
  role: RoleOption | null,
): SelfRegistrationForm {
  const { domain, enabled } = toForm(saved);
  return { ...newForm(role), domain, enabled };
}

/** The mutation's input; call it only when `findFaults` found none. */
export function toInput(form: SelfRegistrationForm): CreateSelfRegistrationInput {
  return {
    domainId: form.domain?.id ?? '',
    enabled: form.enabled,
    captcha: toCaptchaInput(form.captcha),
    ...toGreetingInput(form.greeting),
    signUpFields: form.signUpFields.map(toFieldInput),
    ...toEntryInput(form.entry),
    targetCustomerGroupId: form.customerGroup?.id ?? null,
    showPrivacyPolicy: form.showPrivacyPolicy,
    privacyPolicyId: form.privacyPolicy?.id ?? null,
    showTermsOfUse: form.showTermsOfUse,
    termsOfUseId: form.termsOfUse?.id ?? null,
    ...toAudienceInput(form.notices),
    ...toLandingInput(form.landing),
    groupRoleAssignments: toAssignmentsInput(form.assignments),
    // A prefix keeps its space at the end: "Home of ".
    customerTitlePrefix: form.customerTitlePrefix.trim() ? form.customerTitlePrefix : null,
    activationLinkLifetime: form.activationLinkLifetime,
  };
}

export function isChanged(form: SelfRegistrationForm, baseline: SelfRegistrationForm): boolean {
  return JSON.stringify(toInput(form)) !== JSON.stringify(toInput(baseline));
}
