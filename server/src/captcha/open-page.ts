import type { RequestContext } from '../platform/graphql/request-context.js';
import type { CaptchaSettings } from './captcha-settings.js';

/** A sign-up page and its captcha. */
export interface CaptchaPage {
  readonly selfRegistrationId: string;
  readonly settings: CaptchaSettings;
}

/**
 * The page that is open to the public on a host; null for none, or none that is switched on.
 * @param context of the call
 * @param domain as asked for; whether it may differ from the host is decided where pages are known
 */
export type FindOpenPage = (
  context: RequestContext,
  domain: string | null,
) => Promise<CaptchaPage | null>;
