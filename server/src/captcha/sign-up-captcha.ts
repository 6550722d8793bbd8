import { isHosted, type CaptchaProviderKind, type CaptchaSettings } from './captcha-settings.js';

/** What the sign-up page must know of its captcha. */
export interface SignUpCaptcha {
  readonly provider: CaptchaProviderKind;
  readonly siteKey: string | null;
  readonly action: string | null;
  /** To be loaded once the person uses the form; null when nothing of another host is needed. */
  readonly scriptUrl: string | null;
}

/** What the sign-up page's content security policy must allow beside `'self'`. */
export interface CaptchaCspSources {
  readonly scriptSrc: readonly string[];
  readonly frameSrc: readonly string[];
  readonly connectSrc: readonly string[];
}

/** @param recaptchaScriptUrl where the operator has the script from, e.g. Google's `api.js` */
export const toSignUpCaptcha = (
  { provider, siteKey, action }: CaptchaSettings,
  recaptchaScriptUrl: string,
): SignUpCaptcha => {
  if (!isHosted(provider)) return { provider, siteKey: null, action: null, scriptUrl: null };
  const scriptUrl = new URL(recaptchaScriptUrl);
  // Version 2 waits for the page to place the checkbox, version 3 starts with the key.
  const render = provider === 'RECAPTCHA_V2' ? 'explicit' : (siteKey ?? '');
  scriptUrl.searchParams.set('render', render);
  return { provider, siteKey, action, scriptUrl: scriptUrl.href };
};

const nothing: CaptchaCspSources = { scriptSrc: [], frameSrc: [], connectSrc: [] };
const googleHosts = new Set(['www.google.com', 'www.recaptcha.net']);

/**
 * The folder of the script, for whatever the script loads from beside itself; Google's also
 * loads from two more places (reCAPTCHA's FAQ on content security policies).
 */
export const toCspSources = (
  { provider }: CaptchaSettings,
  recaptchaScriptUrl: string,
): CaptchaCspSources => {
  if (!isHosted(provider)) return nothing;
  const folder = new URL('.', recaptchaScriptUrl);
  const own = folder.origin + folder.pathname;
  if (!googleHosts.has(folder.hostname)) {
    return { scriptSrc: [own], frameSrc: [own], connectSrc: [own] };
  }
  return {
    scriptSrc: [own, 'https://www.gstatic.com/recaptcha/'],
    frameSrc: [own, 'https://recaptcha.google.com/recaptcha/'],
    connectSrc: [own],
  };
};
