import { useI18n } from 'vue-i18n';

/** A template in words; one that the server learns later shows under its own name. */
export function useTemplateName(): (template: string) => string {
  const { t, te } = useI18n();
  return (template) => {
    const key = `mail.template.${template}`;
    return te(key) ? t(key) : template;
  };
}
