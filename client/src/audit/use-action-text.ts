import { useI18n } from 'vue-i18n';

/** What was done, in the person's language. */
export function useActionText(): (action: string) => string {
  const { t, te } = useI18n();
  return (action) => {
    const key = `audit.did.${action}`;
    return te(key) ? t(key) : action;
  };
}
