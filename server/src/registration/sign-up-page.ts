import type { Captcha, SignUpCaptcha } from '../captcha/index.js';
import type { BaseAddress } from '../domains/index.js';
import { passwordMinLength } from '@gatehouse/password-rules';
import type { OpenPage } from './open-pages.js';
import { signUpFields, type SignUpField } from './sign-up-form.js';

/** What the public sees of a self-registration: the same for every visitor. */
export interface SignUpPage {
  readonly host: string;
  readonly tenantName: string;
  readonly url: string;
  readonly signInUrl: string;
  /** The page's default language. */
  readonly locale: string;
  /** Plain text; line breaks are kept. */
  readonly welcomeText: string | null;
  readonly signUpFields: readonly SignUpField[];
  readonly captcha: SignUpCaptcha;
  readonly passwordMinLength: number;
}

export const createToSignUpPage =
  (captcha: Captcha, baseAddressOf: BaseAddress) =>
  ({ site, page }: OpenPage): SignUpPage => {
    const base = baseAddressOf(site.host);
    return {
      host: site.host,
      tenantName: site.tenantName,
      url: `${base}/signup`,
      signInUrl: `${base}/sign-in`,
      locale: 'en',
      welcomeText: page.welcomeText,
      signUpFields,
      captcha: captcha.publicSettings(page.captcha),
      passwordMinLength,
    };
  };

export type ToSignUpPage = ReturnType<typeof createToSignUpPage>;
