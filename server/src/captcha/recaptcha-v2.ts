import type { HostedCaptchaProvider } from './captcha-provider.js';
import { createRecaptcha } from './recaptcha.js';
import type { Siteverify } from './siteverify.js';

/** The checkbox "I'm not a robot": solved is solved. */
export const createRecaptchaV2 = (siteverify: Siteverify, secret: string): HostedCaptchaProvider =>
  createRecaptcha(siteverify, secret, () => null);
