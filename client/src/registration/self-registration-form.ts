import type {
  CaptchaFallback,
  CaptchaProvider,
  CreateSelfRegistrationInput,
  EntityType,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import type { RoleOption } from '../access';
import type { PickerOption } from '../ui/picker-option';

export interface DomainOption extends PickerOption {
  baseAddress: string;
}

/** A row of the table "User group roles". */
export interface AssignmentRow {
  key: string;
  role: RoleOption | null;
  /** Only with a group role. */
  groupType: EntityType | null;
  group: PickerOption | null;
  /** Name of a role or group that was deleted since. */
  gone: string | null;
}

export interface CaptchaForm {
  provider: CaptchaProvider;
  siteKey: string;
  /** What was typed; the saved one never comes back from the API. */
  secretKey: string;
  action: string;
  scoreThreshold: number;
  whenUnavailable: CaptchaFallback;
  acceptNone: boolean;
}

export const AUDIENCES = ['ADMINISTRATORS', 'RECIPIENT', 'NOBODY'] as const;
/** Who is told of registrations and activations. */
export type Audience = (typeof AUDIENCES)[number];

/** What the editor of a self-registration edits. */
export interface SelfRegistrationForm {
  domain: DomainOption | null;
  enabled: boolean;
  captcha: CaptchaForm;
  welcomeText: string;
  showPrivacyPolicy: boolean;
  privacyPolicy: PickerOption | null;
  showTermsOfUse: boolean;
  termsOfUse: PickerOption | null;
  audience: Audience;
  /** Only with the audience RECIPIENT. */
  recipient: PickerOption | null;
  assignments: AssignmentRow[];
  customerTitlePrefix: string;
  /** Hours. */
  activationLinkLifetime: number;
}

export function emptyRow(role: RoleOption | null = null): AssignmentRow {
  return { key: crypto.randomUUID(), role, groupType: null, group: null, gone: null };
}

export function newForm(role: RoleOption | null): SelfRegistrationForm {
  return {
    domain: null,
    enabled: true,
    captcha: {
      provider: 'ALTCHA',
      siteKey: '',
      secretKey: '',
      action: 'signup',
      scoreThreshold: 0.5,
      whenUnavailable: 'REFUSE',
      acceptNone: false,
    },
    welcomeText: '',
    showPrivacyPolicy: false,
    privacyPolicy: null,
    showTermsOfUse: false,
    termsOfUse: null,
    audience: 'ADMINISTRATORS',
    recipient: null,
    assignments: role ? [emptyRow(role)] : [],
    customerTitlePrefix: '',
    activationLinkLifetime: 24,
  };
}

function audienceOf({
  notifyNobody,
  notificationRecipient,
}: SelfRegistrationFieldsFragment): Audience {
  if (notifyNobody) return 'NOBODY';
  return notificationRecipient ? 'RECIPIENT' : 'ADMINISTRATORS';
}

export function toForm(saved: SelfRegistrationFieldsFragment): SelfRegistrationForm {
  const { domain, captcha, privacyPolicy, termsOfUse, notificationRecipient: recipient } = saved;
  return {
    domain: { id: domain.id, label: domain.host, baseAddress: domain.baseAddress },
    enabled: saved.enabled,
    captcha: {
      provider: captcha.provider,
      siteKey: captcha.siteKey ?? '',
      secretKey: '',
      action: captcha.action ?? 'signup',
      scoreThreshold: captcha.scoreThreshold ?? 0.5,
      whenUnavailable: captcha.whenUnavailable,
      acceptNone: captcha.provider === 'NONE',
    },
    welcomeText: saved.welcomeText ?? '',
    showPrivacyPolicy: saved.showPrivacyPolicy,
    privacyPolicy: privacyPolicy && { id: privacyPolicy.id, label: privacyPolicy.name },
    showTermsOfUse: saved.showTermsOfUse,
    termsOfUse: termsOfUse && { id: termsOfUse.id, label: termsOfUse.name },
    audience: audienceOf(saved),
    recipient: recipient && { id: recipient.id, label: recipient.name },
    assignments: saved.groupRoleAssignments.map((row) => ({
      key: row.id,
      role: row.role && { id: row.role.id, label: row.role.name, type: row.role.type },
      groupType: row.groupType,
      group: row.entityGroup && { id: row.entityGroup.id, label: row.entityGroup.name },
      gone: goneName(row),
    })),
    customerTitlePrefix: saved.customerTitlePrefix ?? '',
    activationLinkLifetime: saved.activationLinkLifetime,
  };
}

function goneName(row: SelfRegistrationFieldsFragment['groupRoleAssignments'][number]) {
  if (!row.role) return row.roleName;
  return row.entityGroupName && !row.entityGroup ? row.entityGroupName : null;
}

export function isHosted(provider: CaptchaProvider): boolean {
  return provider === 'RECAPTCHA_V2' || provider === 'RECAPTCHA_V3';
}

function toCaptchaInput(captcha: CaptchaForm): CreateSelfRegistrationInput['captcha'] {
  const { provider } = captcha;
  if (provider === 'NONE') return { provider, acceptNone: captcha.acceptNone };
  if (!isHosted(provider)) return { provider };
  const secretKey = captcha.secretKey.trim();
  return {
    provider,
    siteKey: captcha.siteKey.trim(),
    whenUnavailable: captcha.whenUnavailable,
    ...(secretKey ? { secretKey } : {}),
    ...(provider === 'RECAPTCHA_V3'
      ? { action: captcha.action.trim(), scoreThreshold: captcha.scoreThreshold }
      : {}),
  };
}

/** The mutation's input; call it only when `findFaults` found none. */
export function toInput(form: SelfRegistrationForm): CreateSelfRegistrationInput {
  return {
    domainId: form.domain?.id ?? '',
    enabled: form.enabled,
    captcha: toCaptchaInput(form.captcha),
    welcomeText: form.welcomeText.trim() || null,
    showPrivacyPolicy: form.showPrivacyPolicy,
    privacyPolicyId: form.privacyPolicy?.id ?? null,
    showTermsOfUse: form.showTermsOfUse,
    termsOfUseId: form.termsOfUse?.id ?? null,
    notifyNobody: form.audience === 'NOBODY',
    notificationRecipientId: form.audience === 'RECIPIENT' ? (form.recipient?.id ?? null) : null,
    groupRoleAssignments: form.assignments.map((row) => ({
      roleId: row.role?.id ?? '',
      entityGroupId: row.role?.type === 'GROUP' ? (row.group?.id ?? null) : null,
    })),
    // A prefix keeps its space at the end: "Home of ".
    customerTitlePrefix: form.customerTitlePrefix.trim() ? form.customerTitlePrefix : null,
    activationLinkLifetime: form.activationLinkLifetime,
  };
}

export function isChanged(form: SelfRegistrationForm, baseline: SelfRegistrationForm): boolean {
  return JSON.stringify(toInput(form)) !== JSON.stringify(toInput(baseline));
}
