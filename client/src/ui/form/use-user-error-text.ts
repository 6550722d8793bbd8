import { useI18n } from 'vue-i18n';
import type { UserError } from './user-errors';

/**
 * The API words its faults in English and more precisely than a code could; other languages use the
 * text of the code where there is one.
 */
export function useUserErrorText(): (error: UserError) => string {
  const { t, te, locale } = useI18n();
  return (error) => {
    const key = `ui.fault.${error.code}`;
    return locale.value !== 'en' && te(key) ? t(key) : error.message;
  };
}
