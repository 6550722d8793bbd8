import { inputFault } from '../platform/input-fault.js';
import { isLocale, locales } from '../platform/locale/locale.js';
import { fail, ok } from '../platform/result.js';
import { localeAfter, type SettingsPart } from './settings-part.js';
import { parseWelcome } from './welcome-text.js';

/** The page's own language, and how it greets. */
export const chooseTexts: SettingsPart = async (change) => {
  const { page, input } = change;
  const locale = localeAfter(change);
  const welcome = parseWelcome(page.welcomeTexts, input, locale);
  const faults = welcome.ok ? [] : welcome.failure;
  if (input.locale !== undefined && !isLocale(input.locale)) {
    const message = `Choose one of ${locales.join(', ')}.`;
    return fail([inputFault('locale', 'UNKNOWN_LOCALE', message), ...faults]);
  }
  return welcome.ok ? ok({ locale, welcomeTexts: welcome.value }) : fail(faults);
};
