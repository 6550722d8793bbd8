import { passwordMinLength } from '@gatehouse/password-rules';
import type { Captcha, SignUpCaptcha } from '../captcha/index.js';
import type { BaseAddress } from '../domains/index.js';
import type { ShownDocument } from '../legal/index.js';
import type { Locale } from '../platform/locale/locale.js';
import { textIn, type LocalizedText } from '../platform/locale/localized-text.js';
import type { OpenPage } from './open-pages.js';
import { toSignUpField, type SignUpField } from './sign-up-field.js';

/** What the public sees of a self-registration: the same for every visitor. */
export interface SignUpPage {
  readonly host: string;
  readonly tenantName: string;
  readonly url: string;
  readonly signInUrl: string;
  /** The page's default language. */
  readonly locale: Locale;
  /** In the page's own language. Plain text; line breaks are kept. */
  readonly welcomeText: string | null;
  /** In every language that it is there in. */
  readonly welcomeTexts: readonly LocalizedText[];
  readonly signUpFields: readonly SignUpField[];
  readonly legalDocuments: readonly ShownDocument[];
  readonly captcha: SignUpCaptcha;
  readonly passwordMinLength: number;
  /** Whether an administrator decides on each sign-up. */
  readonly requiresApproval: boolean;
  /** Whether the form asks for an invite code. */
  readonly inviteOnly: boolean;
}

export const createToSignUpPage =
  (captcha: Captcha, baseAddressOf: BaseAddress) =>
  ({ site, page, documents }: OpenPage): SignUpPage => {
    const base = baseAddressOf(site.host);
    return {
      host: site.host,
      tenantName: site.tenantName,
      url: `${base}/signup`,
      signInUrl: `${base}/sign-in`,
      locale: page.locale,
      welcomeText: textIn(page.welcomeTexts, page.locale),
      welcomeTexts: page.welcomeTexts,
      signUpFields: page.fields.map(toSignUpField(page.locale)),
      legalDocuments: documents,
      captcha: captcha.publicSettings(page.captcha),
      passwordMinLength,
      requiresApproval: page.requiresApproval,
      inviteOnly: page.inviteOnly,
    };
  };

export type ToSignUpPage = ReturnType<typeof createToSignUpPage>;
