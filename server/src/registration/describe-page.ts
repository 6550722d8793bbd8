import type { SelfRegistration } from './self-registration.js';

/** What the audit log keeps of a sign-up page; never a secret. */
export const describePage = (page: SelfRegistration): Record<string, unknown> => ({
  host: page.host,
  enabled: page.enabled,
  captchaProvider: page.captcha.provider,
  captchaSiteKey: page.captcha.siteKey,
  captchaSecretKeySet: page.captcha.sealedSecretKey !== null,
  captchaAction: page.captcha.action,
  captchaScoreThreshold: page.captcha.scoreThreshold,
  captchaWhenUnavailable: page.captcha.whenUnavailable,
  locale: page.locale,
  welcomeTexts: Object.fromEntries(page.welcomeTexts.map(({ locale, text }) => [locale, text])),
  signUpFields: page.fields.map(({ key, required }) => (required ? `${key} (required)` : key)),
  targetCustomerGroupId: page.targetCustomerGroupId,
  showPrivacyPolicy: page.showPrivacyPolicy,
  privacyPolicyId: page.privacyPolicyId,
  showTermsOfUse: page.showTermsOfUse,
  termsOfUseId: page.termsOfUseId,
  defaultDashboardId: page.defaultDashboardId,
  alwaysFullscreen: page.alwaysFullscreen,
  groupRoleAssignments: page.assignments.map(({ roleName, entityGroupName }) =>
    [roleName, entityGroupName].filter(Boolean).join(' on '),
  ),
  customerTitlePrefix: page.customerTitlePrefix,
  activationLinkLifetime: page.activationLinkLifetime,
  notificationRecipientId: page.notificationRecipientId,
  notifyNobody: page.notifyNobody,
});
