import { blankPage } from './blank-page.js';
import type { SelfRegistrationInput } from './self-registration-input.js';
import type { SelfRegistration } from './self-registration.js';
import { isCustom } from './sign-up-field.js';

type Name = keyof SelfRegistration;

/** The settings of a page at one time; one that was added since is missing. */
export type VersionSettings = Partial<SelfRegistration>;

interface Setting<N extends Name> {
  /** Leaves out what nobody may read back. */
  readonly keep?: (value: SelfRegistration[N]) => SelfRegistration[N];
  /** What an administrator would send to save it again. */
  readonly toInput: (value: SelfRegistration[N]) => SelfRegistrationInput;
}

/** A setting that is saved under the name and with the value that it has. */
const asItIs = <N extends Name & keyof SelfRegistrationInput>(name: N): Setting<N> => ({
  toInput: (value) => ({ [name]: value }),
});

const notOfAVersion = null;

/** Every member of a page: a new one doesn't compile until somebody says what versions keep of it. */
const settings: { readonly [N in Name]: Setting<N> | typeof notOfAVersion } = {
  id: notOfAVersion,
  host: { toInput: () => ({}) },
  domainId: asItIs('domainId'),
  enabled: asItIs('enabled'),
  captcha: {
    keep: (captcha) => ({ ...captcha, sealedSecretKey: null }),
    toInput: ({ sealedSecretKey: _, ...captcha }) => ({
      captcha: { ...captcha, acceptNone: true },
    }),
  },
  locale: asItIs('locale'),
  welcomeTexts: asItIs('welcomeTexts'),
  fields: {
    toInput: (fields) => ({
      // The kind of a built-in field is nobody's to choose.
      signUpFields: fields.map((field) => (isCustom(field) ? field : { ...field, kind: null })),
    }),
  },
  targetCustomerGroupId: asItIs('targetCustomerGroupId'),
  showPrivacyPolicy: asItIs('showPrivacyPolicy'),
  privacyPolicyId: asItIs('privacyPolicyId'),
  showTermsOfUse: asItIs('showTermsOfUse'),
  termsOfUseId: asItIs('termsOfUseId'),
  defaultDashboardId: asItIs('defaultDashboardId'),
  alwaysFullscreen: asItIs('alwaysFullscreen'),
  notificationRecipientId: asItIs('notificationRecipientId'),
  notifyNobody: asItIs('notifyNobody'),
  assignments: {
    // What was deleted before the save has no id left; it is refused at its row.
    toInput: (rows) => ({
      assignments: rows.map(({ roleId, entityGroupId }) => ({
        roleId: roleId ?? '',
        entityGroupId,
      })),
    }),
  },
  inviteOnly: asItIs('inviteOnly'),
  allowedEmailDomains: asItIs('allowedEmailDomains'),
  blockedEmailDomains: asItIs('blockedEmailDomains'),
  refuseDisposable: asItIs('refuseDisposable'),
  requiresApproval: asItIs('requiresApproval'),
  customerTitlePrefix: asItIs('customerTitlePrefix'),
  activationLinkLifetime: asItIs('activationLinkLifetime'),
  revision: notOfAVersion,
  createdAt: notOfAVersion,
  updatedAt: notOfAVersion,
};

const names = Object.keys(settings) as Name[];

/** What a version keeps of a page. */
export const toVersionSettings = (page: SelfRegistration): VersionSettings =>
  Object.fromEntries(
    names.flatMap((name) => {
      const setting = settings[name] as Setting<Name> | null;
      if (!setting) return [];
      return [[name, setting.keep ? setting.keep(page[name]) : page[name]]];
    }),
  );

/** The page as it was; a setting that did not exist then was as on a new page. */
export const pageOfVersion = (
  page: SelfRegistration,
  {
    revision,
    savedAt,
    settings: kept,
  }: { revision: number; savedAt: Date; settings: VersionSettings },
): SelfRegistration => ({
  ...blankPage(page.id, page.domainId, page.createdAt),
  ...kept,
  revision,
  updatedAt: savedAt,
});

/** What an administrator would send to have the page as it was; secrets stay as they are. */
export const toInput = (page: SelfRegistration): SelfRegistrationInput =>
  Object.assign(
    {},
    ...names.map((name) => (settings[name] as Setting<Name> | null)?.toInput(page[name]) ?? {}),
  ) as SelfRegistrationInput;
