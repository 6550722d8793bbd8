import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { UpdateDashboardDocument } from '../../generated/graphql';
import { useSubmit } from '../../ui/form/use-submit';
import type { Dashboard, Widget } from '../widget';
import { newWidget, toWidgetInput, type AddableKind } from './widget-draft';

export interface DashboardDraft {
  title: string;
  description: string;
  widgets: Widget[];
}

interface DashboardEditor {
  draft: Ref<DashboardDraft>;
  changed: ComputedRef<boolean>;
  pending: Ref<boolean>;
  /** Somebody else saved in the meantime: saving would overwrite it. */
  outdated: ComputedRef<boolean>;
  /** Answers with the id of the new widget. */
  add: (kind: AddableKind) => string;
  /** Takes a widget off; answers with what puts it back. */
  remove: (id: string) => () => void;
  discard: () => void;
  /** Save over what somebody else saved. */
  keepMine: () => void;
  /** Resolves to true once saved. */
  save: () => Promise<boolean>;
}

const toDraft = ({ title, description, widgets }: Dashboard): DashboardDraft => ({
  title,
  description: description ?? '',
  widgets: structuredClone(widgets),
});

/** What is being made of a dashboard until it is saved. */
export function useDashboardEditor(saved: () => Dashboard): DashboardEditor {
  const { submit, pending } = useSubmit();
  const draft = ref(toDraft(saved()));
  /** The version that the draft started from. */
  const revision = ref(saved().revision);

  const isSaved = (id: string) => saved().widgets.some((widget) => widget.id === id);
  const toInput = ({ title, description, widgets }: DashboardDraft) => ({
    title: title.trim(),
    description: description.trim() || null,
    widgets: widgets.map((widget) => toWidgetInput(widget, isSaved)),
  });
  const changed = computed(
    () => JSON.stringify(toInput(draft.value)) !== JSON.stringify(toInput(toDraft(saved()))),
  );
  const outdated = computed(() => saved().revision !== revision.value);

  function discard() {
    draft.value = toDraft(saved());
    revision.value = saved().revision;
  }

  // Nothing was changed here: what somebody else saved can simply be shown.
  let before = JSON.stringify(toInput(draft.value));
  watch(saved, () => {
    if (JSON.stringify(toInput(draft.value)) === before) discard();
    before = JSON.stringify(toInput(toDraft(saved())));
  });

  return {
    ...{ draft, changed, pending, outdated, discard },
    add(kind) {
      const widget = newWidget(kind, draft.value.widgets);
      draft.value.widgets.push(widget);
      return widget.id;
    },
    remove(id) {
      const { widgets } = draft.value;
      const index = widgets.findIndex((widget) => widget.id === id);
      const [removed] = widgets.splice(index, 1);
      return () => {
        if (removed) draft.value.widgets.splice(index, 0, removed);
      };
    },
    keepMine: () => (revision.value = saved().revision),
    async save() {
      const input = { ...toInput(draft.value), revision: revision.value };
      const payload = await submit(UpdateDashboardDocument, { id: saved().id, input });
      if (!payload?.dashboard) return false;
      revision.value = payload.dashboard.revision;
      draft.value = toDraft(payload.dashboard);
      return true;
    },
  };
}
