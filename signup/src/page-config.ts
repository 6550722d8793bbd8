/** What the server inlines into the page: the same for every visitor of a host. */
export interface PageConfig {
  /** `null` where sign-up is not available: unknown host, or switched off. */
  page: SignUpPage | null;
  /** Also without a page: links of registrations made before it was switched off still work. */
  tenantName: string | null;
  signInUrl: string;
  /** The tenant's own looks; colours come as a style sheet. */
  brand?: Brand | null;
}

/** Paths are on the own host; null is open. */
export interface Brand {
  logo: string | null;
  title: string | null;
  supportContact: string | null;
}

/** The public part of a self-registration, as the GraphQL type of the same name. */
export interface SignUpPage {
  host: string;
  tenantName: string;
  url: string;
  signInUrl: string;
  /** Language of the texts below, and the one to use when the person's is not there. */
  locale: string;
  welcomeTexts: LocalizedText[];
  signUpFields: SignUpField[];
  /** What has to be accepted, in the versions that were current when the page was sent. */
  legalDocuments: SignUpLegalDocument[];
  captcha: SignUpCaptcha;
  /** In code points, after NFKC. */
  passwordMinLength: number;
  /** An administrator decides on each sign-up. */
  requiresApproval: boolean;
  /** The form asks for an invite code. */
  inviteOnly: boolean;
}

/** A text that the administrator wrote, in one language. */
export interface LocalizedText {
  locale: string;
  text: string;
}

export interface SignUpField {
  key: string;
  /** Path in the input of `register`. */
  name: string;
  isCustom: boolean;
  kind:
    | 'TEXT'
    | 'EMAIL'
    | 'PASSWORD'
    | 'PASSWORD_REPEAT'
    | 'PHONE'
    | 'COUNTRY'
    | 'NUMBER'
    | 'CHOICE'
    | 'CHECKBOX';
  /** In the page's own language. */
  label: string;
  labels: LocalizedText[];
  required: boolean;
  /** In code points. */
  maxLength: number;
  min: number | null;
  max: number | null;
  /** Countries have no labels. */
  options: { value: string; labels: LocalizedText[] }[];
  autocomplete: string;
}

/** The text in the first of the languages that it is there in. */
export function textIn(texts: LocalizedText[], ...locales: string[]): LocalizedText | undefined {
  return locales.map((locale) => texts.find((text) => text.locale === locale)).find(Boolean);
}

export interface SignUpLegalDocument {
  kind: 'PRIVACY_POLICY' | 'TERMS_OF_USE';
  versionId: string;
  number: number;
  /** Of the lasting page of this version. */
  path: string;
  /** One a language, at least one. */
  texts: { locale: string; label: string }[];
}

export interface SignUpCaptcha {
  provider: 'ALTCHA' | 'RECAPTCHA_V2' | 'RECAPTCHA_V3' | 'NONE';
  siteKey: string | null;
  action: string | null;
  scriptUrl: string | null;
}

/** Where nobody is asked anything. */
export const NO_CAPTCHA: SignUpCaptcha = {
  provider: 'NONE',
  siteKey: null,
  action: null,
  scriptUrl: null,
};

/** Reads the inlined configuration; a page served without one offers no sign-up. */
export function readPageConfig(document: Document): PageConfig {
  const json = document.getElementById('gatehouse-config')?.textContent;
  return json
    ? (JSON.parse(json) as PageConfig)
    : { page: null, tenantName: null, signInUrl: '/sign-in' };
}
