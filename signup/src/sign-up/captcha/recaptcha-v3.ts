import type { Captcha, CaptchaContext } from './captcha.js';
import { loadGrecaptcha } from './grecaptcha.js';

/** The invisible check: a fresh token for every submit, as they live for two minutes only. */
export async function startRecaptchaV3(context: CaptchaContext): Promise<Captcha> {
  const { settings, locale, onStatus } = context;
  const siteKey = settings.siteKey ?? '';
  const grecaptcha = await loadGrecaptcha(settings, locale);
  onStatus('solved');
  return {
    automatic: true,
    token: async () => grecaptcha.execute(siteKey, { action: settings.action ?? 'register' }),
    discard() {
      // Nothing is held between submits.
    },
  };
}
