import { useI18n } from 'vue-i18n';
import { useMailHealth } from '../mail';
import { confirm } from '../ui/feedback/confirmation';

/** Asks before a page is switched on while no mail leaves. Resolves to true when it may be. */
export function useAskWithoutMail(): () => Promise<boolean> {
  const { t } = useI18n();
  const health = useMailHealth();

  return async () => {
    const state = health.value?.state ?? 'WORKING';
    if (state === 'WORKING') return true;
    return confirm({
      title: t(`registration.editor.withoutMail.${state}.title`),
      text: t(`registration.editor.withoutMail.${state}.text`),
      action: t('registration.editor.withoutMail.action'),
      danger: state === 'FAILING',
    });
  };
}
