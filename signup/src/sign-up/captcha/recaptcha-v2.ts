import type { Captcha, CaptchaContext } from './captcha.js';
import { loadGrecaptcha } from './grecaptcha.js';

/** Width of Google's checkbox in CSS pixels; the compact one is drawn where it doesn't fit. */
const NORMAL_WIDTH = 304;

/** The checkbox that the person ticks. */
export async function startRecaptchaV2(context: CaptchaContext): Promise<Captcha> {
  const { settings, slot, locale, onStatus } = context;
  const grecaptcha = await loadGrecaptcha(settings, locale);
  let token: string | null = null;

  function become(next: string | null, status: 'waiting' | 'solved' | 'unavailable') {
    token = next;
    onStatus(status);
  }

  // Google refuses to draw twice into one element, so each start brings a fresh one.
  const place = document.createElement('div');
  slot.replaceChildren(place);
  const widget = grecaptcha.render(place, {
    sitekey: settings.siteKey ?? '',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    size: slot.clientWidth < NORMAL_WIDTH ? 'compact' : 'normal',
    callback: (answer) => become(answer, 'solved'),
    'expired-callback': () => become(null, 'waiting'),
    'error-callback': () => become(null, 'unavailable'),
  });
  onStatus('waiting');

  return {
    automatic: false,
    token: () => Promise.resolve(token),
    discard() {
      grecaptcha.reset(widget);
      become(null, 'waiting');
    },
  };
}
