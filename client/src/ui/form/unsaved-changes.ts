import { onBeforeUnmount } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';
import { confirm } from '../feedback/confirmation';

interface GuardOptions {
  /** The form keeps a draft, so a reload loses nothing and needs no question. */
  survivesReload?: boolean;
  /** Called when the person leaves all the same, e.g. to drop that draft. */
  onLeave?: () => void;
}

/** Asks before the page is left while `isChanged()`; for pages, not for dialogs. */
export function guardUnsavedChanges(isChanged: () => boolean, options: GuardOptions = {}) {
  const { t } = useI18n();

  onBeforeRouteLeave(async (to, from) => {
    if (to.path === from.path || !isChanged()) return true;
    const leaves = await confirm({
      title: t('ui.unsaved.title'),
      text: t('ui.unsaved.text'),
      action: t('ui.unsaved.leave'),
      danger: true,
    });
    if (leaves) options.onLeave?.();
    return leaves;
  });

  if (options.survivesReload) return;
  const onUnload = (event: BeforeUnloadEvent) => {
    if (isChanged()) event.preventDefault();
  };
  window.addEventListener('beforeunload', onUnload);
  onBeforeUnmount(() => window.removeEventListener('beforeunload', onUnload));
}
