import { computed, reactive, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import {
  CreateSelfRegistrationDocument,
  UpdateSelfRegistrationDocument,
  type SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import { useDraftStore } from '../ui/form/draft-store';
import { useSubmit } from '../ui/form/use-submit';
import { findFaults } from './self-registration-faults';
import { isChanged, toForm, toInput, type SelfRegistrationForm } from './self-registration-form';

interface Draft {
  form: SelfRegistrationForm;
  /** Of the version that the changes were made on; absent for a new page. */
  revision: number | undefined;
}

/** Where the editor keeps what is typed; `new` for a page that does not exist yet. */
export const draftKeyOf = (id = 'new') => `self-registration:${id}`;

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The state of the editor: what is typed, what is saved, what stands in the way of saving. */
export function useSelfRegistrationEditor(
  saved: Ref<SelfRegistrationFieldsFragment | undefined>,
  initial: SelfRegistrationForm,
  /** Where a page that does not exist yet keeps what is typed. */
  newDraft?: string,
) {
  const { t } = useI18n();
  const drafts = useDraftStore();
  const draftKey = draftKeyOf(saved.value?.id ?? newDraft);
  const draft = drafts.read<Draft>(draftKey);

  const baseline = shallowRef(initial);
  const revision = ref(draft ? draft.revision : saved.value?.revision);
  const form = reactive<SelfRegistrationForm>(copy({ ...initial, ...draft?.form }));
  const changed = computed(() => isChanged(form, baseline.value));
  const restored = ref(!!draft && changed.value);

  const secretKeySet = computed(
    () =>
      saved.value?.captcha.secretKeySet === true &&
      saved.value.captcha.provider === form.captcha.provider,
  );
  const faults = computed(() => {
    const found = findFaults(form, secretKeySet.value);
    return Object.fromEntries(
      Object.entries(found).map(([field, fault]) => [field, t(`registration.fault.${fault}`)]),
    );
  });
  const { submit, pending, form: context } = useSubmit(() => faults.value);
  /** Somebody else saved since; what was typed stands on an older version. */
  const outdated = computed(
    () =>
      'revision' in context.errors ||
      (!!saved.value && changed.value && saved.value.revision !== revision.value),
  );

  function adopt(next: SelfRegistrationForm, nextRevision: number | undefined) {
    baseline.value = copy(next);
    revision.value = nextRevision;
    Object.assign(form, copy(next));
    restored.value = false;
    context.clear();
    drafts.discard(draftKey);
  }

  /** Takes what is saved now; what was typed is gone. */
  const discard = () =>
    saved.value ? adopt(toForm(saved.value), saved.value.revision) : adopt(initial, undefined);

  /** Puts settings into the form; they count once they are saved. */
  const take = (next: SelfRegistrationForm) => void Object.assign(form, copy(next));

  /** Goes on from what somebody else saved, with what the person chose of both. */
  function merge(next: SelfRegistrationForm) {
    if (!saved.value) return;
    baseline.value = toForm(saved.value);
    revision.value = saved.value.revision;
    take(next);
    context.clear();
  }

  async function save(): Promise<SelfRegistrationFieldsFragment | undefined> {
    const input = toInput(form);
    const id = saved.value?.id;
    const payload = id
      ? await submit(UpdateSelfRegistrationDocument, {
          id,
          input: { ...input, revision: revision.value ?? null },
        })
      : await submit(CreateSelfRegistrationDocument, { input });
    const result = payload?.selfRegistration;
    if (result) adopt(toForm(result), result.revision);
    return result ?? undefined;
  }

  watch(form, () => {
    const { captcha, ...rest } = form;
    // A secret stays in this page's memory only.
    const kept = { ...rest, captcha: { ...captcha, secretKey: '' } };
    if (changed.value) drafts.write(draftKey, { form: kept, revision: revision.value });
    else drafts.discard(draftKey);
  });
  watch(saved, () => !changed.value && discard());

  return {
    form,
    faults,
    changed,
    restored,
    outdated,
    pending,
    secretKeySet,
    save,
    discard,
    baseline,
    take,
    merge,
    reveal: context.reveal,
  };
}
