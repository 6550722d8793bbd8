import { refused, type HostedCaptchaProvider } from './captcha-provider.js';
import { createRecaptcha } from './recaptcha.js';
import type { Siteverify } from './siteverify.js';

export interface RecaptchaV3Rules {
  /** The action that the page names and the answer must repeat. */
  readonly action: string;
  /** Lowest score that passes, 0 to 1. */
  readonly scoreThreshold: number;
}

/** No question to the visitor, but a score: a success alone says nothing. */
export const createRecaptchaV3 = (
  siteverify: Siteverify,
  secret: string,
  { action, scoreThreshold }: RecaptchaV3Rules,
): HostedCaptchaProvider =>
  createRecaptcha(siteverify, secret, (answer) => {
    if (answer.action !== action) return refused('action_differs');
    return answer.score !== undefined && answer.score >= scoreThreshold
      ? null
      : refused('score_too_low');
  });
