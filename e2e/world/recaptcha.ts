import { RECAPTCHA_VARIABLE, type RecaptchaPlace, type RecaptchaState } from '../recaptcha.js';

/** The stand-in for reCAPTCHA that this run's server asks. */
export const recaptcha = (): RecaptchaPlace =>
  JSON.parse(process.env[RECAPTCHA_VARIABLE] ?? '') as RecaptchaPlace;

export async function steerRecaptcha(state: RecaptchaState): Promise<void> {
  await fetch(recaptcha().steerUrl, { method: 'PUT', body: JSON.stringify(state) });
}
