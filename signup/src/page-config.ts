/** What the server inlines into the page: the same for every visitor of a host. */
export interface PageConfig {
  /** `null` where sign-up is not available: unknown host, or switched off. */
  page: SignUpPage | null;
  /** Also without a page: links of registrations made before it was switched off still work. */
  tenantName: string | null;
  signInUrl: string;
}

/** The public part of a self-registration, as the GraphQL type of the same name. */
export interface SignUpPage {
  host: string;
  tenantName: string;
  url: string;
  signInUrl: string;
  /** Language of the texts below, and the one to use when the person's is not there. */
  locale: string;
  welcomeText: string | null;
  signUpFields: SignUpField[];
  captcha: SignUpCaptcha;
  /** In code points, after NFKC. */
  passwordMinLength: number;
}

export interface SignUpField {
  name: string;
  kind: 'TEXT' | 'EMAIL' | 'PASSWORD' | 'PASSWORD_REPEAT';
  label: string;
  required: boolean;
  /** In code points. */
  maxLength: number;
  autocomplete: string;
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
