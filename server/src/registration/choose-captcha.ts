import type { Captcha } from '../captcha/index.js';
import { ok } from '../platform/result.js';
import type { SettingsPart } from './settings-part.js';

/** A secret key that is not typed again stays, sealed. */
export const createChooseCaptcha =
  (captcha: Pick<Captcha, 'validateSettings'>): SettingsPart =>
  async ({ tx, page, input }) => {
    if (!input.captcha) return ok({});
    const owner = { tenantId: tx.tenantId, selfRegistrationId: page.id };
    const saved = page.revision === 0 ? null : page.captcha;
    const settings = captcha.validateSettings(input.captcha, owner, saved);
    return settings.ok ? ok({ captcha: settings.value }) : settings;
  };
