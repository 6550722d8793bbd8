import type { SignUpPagePreviewQuery, UpdateSelfRegistrationInput } from '../../generated/graphql';
import { toInput, type SelfRegistrationForm } from '../self-registration-form';

/** What the public sees of a self-registration. */
export type SignUpPage = SignUpPagePreviewQuery['signUpPagePreview']['page'];

/** What it wears. */
export type PageLooks = NonNullable<SignUpPagePreviewQuery['signUpPagePreview']['looks']>;

/**
 * The draft as the API is asked about it: the server makes a page of it, so every setting that
 * shows on the page shows here. A typed secret and the roles are nothing that anybody would see.
 */
export function toDraftInput(form: SelfRegistrationForm): UpdateSelfRegistrationInput {
  const { captcha: _captcha, groupRoleAssignments: _roles, domainId, ...input } = toInput(form);
  return { ...input, ...(domainId ? { domainId } : {}) };
}

/** A captcha shows before its keys are complete, and is asked of nobody. */
export function withDraftCaptcha(page: SignUpPage, form: SelfRegistrationForm): SignUpPage {
  const { provider } = form.captcha;
  return { ...page, captcha: { provider, siteKey: null, action: null, scriptUrl: null } };
}
