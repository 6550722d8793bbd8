import type { Seal } from '../platform/seal/seal.js';
import type { HostedCaptchaProvider } from './captcha-provider.js';
import { isHosted, type CaptchaSettings } from './captcha-settings.js';
import { createRecaptchaV2 } from './recaptcha-v2.js';
import { createRecaptchaV3 } from './recaptcha-v3.js';
import type { Siteverify } from './siteverify.js';

/** The self-registration that a secret key belongs to. */
export interface CaptchaOwner {
  readonly tenantId: string;
  readonly selfRegistrationId: string;
}

/** Binds a sealed key to its row: copied into another one it does not open. */
export const secretContext = ({ tenantId, selfRegistrationId }: CaptchaOwner): string =>
  `captcha secret key ${tenantId} ${selfRegistrationId}`;

/** The hosted provider that a page is set up with; null for pages without one. */
export const hostedProviderOf = (
  settings: CaptchaSettings,
  owner: CaptchaOwner,
  seal: Pick<Seal, 'open'>,
  siteverify: Siteverify,
): HostedCaptchaProvider | null => {
  if (!isHosted(settings.provider)) return null;
  const secretKey = openSecretKey(settings, owner, seal);
  if (secretKey === null) return misconfigured('the secret key cannot be opened');
  if (settings.provider === 'RECAPTCHA_V2') return createRecaptchaV2(siteverify, secretKey);
  const { action, scoreThreshold } = settings;
  return action === null || scoreThreshold === null
    ? misconfigured('action or score is missing')
    : createRecaptchaV3(siteverify, secretKey, { action, scoreThreshold });
};

/** Null, too, when the operator lost or changed the key that it was sealed under. */
const openSecretKey = (
  { sealedSecretKey }: CaptchaSettings,
  owner: CaptchaOwner,
  seal: Pick<Seal, 'open'>,
): string | null => {
  try {
    return sealedSecretKey === null ? null : seal.open(sealedSecretKey, secretContext(owner));
  } catch {
    return null;
  }
};

/** Lets nobody pass, and does not count as out of reach: proof of work stays shut. */
const misconfigured = (detail: string): HostedCaptchaProvider => ({
  verify: async () => ({ outcome: 'unavailable', reason: 'misconfigured', detail }),
  isReachable: async () => true,
});
