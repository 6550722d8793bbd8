import type { Challenge } from 'altcha/lib';
import type { SignUpLegalDocument } from '../page-config.js';
import { request } from './request.js';

/** A fault that the person can mend, as every payload reports it. */
export interface UserError {
  field: string[];
  message: string;
  code: string;
  /** With CONSENT_OUTDATED: what is to be accepted now. */
  currentDocument?: SignUpLegalDocument | null;
}

/** Names of the page's own text fields go in beside these. */
export interface RegisterInput {
  locale: string;
  captchaToken?: string;
  fallbackToken?: string;
  consents?: { versionId: string; locale: string }[];
  [field: string]: unknown;
}

export interface ActivateInput {
  secret?: string;
  code?: string;
  password?: string;
}

export interface ActivatePayload {
  activated: boolean;
  /** The address is confirmed, and an administrator decides. */
  waiting: boolean;
  redirectTo: string | null;
  userErrors: UserError[];
}

export interface LegalText {
  title: string;
  locale: string;
  html: string;
}

const USER_ERRORS = 'userErrors { field message code }';

/** The operations that this page needs, one function each. */
export const operations = {
  async signedInAs() {
    const data = await request<{ me: { user: { name: string } } | null }>(
      'query Me { me { user { name } } }',
      {},
    );
    return data.me?.user.name ?? null;
  },

  async signOut() {
    await request('mutation SignOut { signOut { signedOut } }', {});
  },

  async captchaChallenge() {
    const data = await request<{
      captchaChallenge: { challenge: Challenge; expiresAt: string } | null;
    }>('query CaptchaChallenge { captchaChallenge { challenge expiresAt } }', {});
    return data.captchaChallenge;
  },

  async register(input: RegisterInput) {
    const data = await request<{ register: { accepted: boolean; userErrors: UserError[] } }>(
      `mutation Register($input: RegisterInput!) { register(input: $input) { accepted userErrors { field message code currentDocument { kind versionId number path texts { locale label } } } } }`,
      { input },
    );
    return data.register;
  },

  async legalText(variables: { kind: string; versionId: string; locale: string }) {
    const data = await request<{ legalDocument: LegalText | null }>(
      'query Legal($kind: LegalDocumentKind!, $versionId: ID, $locale: String) { legalDocument(kind: $kind, versionId: $versionId, locale: $locale) { title locale html } }',
      variables,
    );
    return data.legalDocument;
  },

  async activate(input: ActivateInput) {
    const data = await request<{ activate: ActivatePayload }>(
      `mutation Activate($input: ActivateInput!) { activate(input: $input) { activated waiting redirectTo ${USER_ERRORS} } }`,
      { input },
    );
    return data.activate;
  },

  async disownRegistration(input: { secret: string; email: string }) {
    const data = await request<{ disownRegistration: { ended: boolean; userErrors: UserError[] } }>(
      `mutation Disown($input: DisownRegistrationInput!) { disownRegistration(input: $input) { ended ${USER_ERRORS} } }`,
      { input },
    );
    return data.disownRegistration;
  },

  async resendActivation(input: { email: string; locale: string }) {
    const data = await request<{
      resendActivation: { accepted: boolean; userErrors: UserError[] };
    }>(
      `mutation Resend($input: ResendActivationInput!) { resendActivation(input: $input) { accepted ${USER_ERRORS} } }`,
      { input },
    );
    return data.resendActivation;
  },
};

export type Operations = typeof operations;
