import { defaultCaptchaSettings } from '../captcha/index.js';
import { administratorsTold } from './choose-audience.js';
import { landsOnHome } from './choose-landing.js';
import { openToAll } from './entry-rules.js';
import { nothingShown } from './legal-choice.js';
import { linkLifetime, type SelfRegistration } from './self-registration.js';
import { defaultFields } from './sign-up-field.js';

/** What a page is before anything was chosen for it. */
export const blankPage = (id: string, domainId: string, now: Date): SelfRegistration => ({
  id,
  domainId,
  host: '',
  enabled: false,
  captcha: defaultCaptchaSettings,
  locale: 'en',
  welcomeTexts: [],
  fields: defaultFields,
  targetCustomerGroupId: null,
  assignments: [],
  ...nothingShown,
  ...administratorsTold,
  ...landsOnHome,
  ...openToAll,
  customerTitlePrefix: null,
  activationLinkLifetime: linkLifetime.default,
  revision: 0,
  createdAt: now,
  updatedAt: now,
});
