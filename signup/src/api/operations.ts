import type { Challenge } from 'altcha/lib';
import { request } from './request.js';

/** A fault that the person can mend, as every payload reports it. */
export interface UserError {
  field: string[];
  message: string;
  code: string;
}

/** Names of the page's own text fields go in beside these. */
export interface RegisterInput {
  locale: string;
  captchaToken?: string;
  fallbackToken?: string;
  [field: string]: string | undefined;
}

export interface ActivateInput {
  secret?: string;
  code?: string;
  password?: string;
}

export interface ActivatePayload {
  activated: boolean;
  redirectTo: string | null;
  userErrors: UserError[];
}

const USER_ERRORS = 'userErrors { field message code }';

/** The five operations that this page needs, one function each. */
export const operations = {
  async captchaChallenge() {
    const data = await request<{
      captchaChallenge: { challenge: Challenge; expiresAt: string } | null;
    }>('query CaptchaChallenge { captchaChallenge { challenge expiresAt } }', {});
    return data.captchaChallenge;
  },

  async register(input: RegisterInput) {
    const data = await request<{ register: { accepted: boolean; userErrors: UserError[] } }>(
      `mutation Register($input: RegisterInput!) { register(input: $input) { accepted ${USER_ERRORS} } }`,
      { input },
    );
    return data.register;
  },

  async activate(input: ActivateInput) {
    const data = await request<{ activate: ActivatePayload }>(
      `mutation Activate($input: ActivateInput!) { activate(input: $input) { activated redirectTo ${USER_ERRORS} } }`,
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
