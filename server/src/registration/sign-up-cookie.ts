import type { HttpExchange } from '../platform/graphql/request-context.js';
import { hashSecret, newSecret } from '../platform/secrets.js';

/** Name of the cookie behind `__Host-`: it tells the browser that signed up. */
const signUpCookie = 'signup';

const form = /^[A-Za-z0-9_-]{43}$/;

/** SHA-256 of this browser's sign-up cookie, or null without one. */
export const signUpCookieHash = (http: HttpExchange): Buffer | null => {
  const value = http.cookie(signUpCookie);
  return value !== undefined && form.test(value) ? hashSecret(value) : null;
};

/**
 * Sets the cookie, whatever becomes of the call, and says its hash. A browser keeps its value, so
 * that a captcha solved for a faulty form still counts for the corrected one.
 * @param maxAge seconds: as long as the registration can live
 */
export const giveSignUpCookie = (http: HttpExchange, maxAge: number): Buffer => {
  const present = http.cookie(signUpCookie);
  const value = present !== undefined && form.test(present) ? present : newSecret();
  http.setCookie(signUpCookie, value, maxAge);
  return hashSecret(value);
};

export const takeSignUpCookie = (http: HttpExchange): void => http.clearCookie(signUpCookie);
