import { computed, onBeforeUnmount, useId, type ComputedRef, type ShallowRef } from 'vue';
import { useForm } from './form-context';

interface FormFieldState {
  id: string;
  error: ComputedRef<string | undefined>;
  /** Takes the API's fault away; called when the person changes the field. */
  clear: () => void;
}

/** Makes a control known to its form under the field's name, so that faults find it. */
export function useFormField(
  name: () => string,
  root: Readonly<ShallowRef<HTMLElement | null>>,
): FormFieldState {
  const form = useForm();
  const field = {
    get name() {
      return name();
    },
    element: () => root.value,
    focus() {
      root.value?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
      root.value?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    },
  };
  form?.fields.add(field);
  onBeforeUnmount(() => form?.fields.delete(field));

  return {
    id: useId(),
    error: computed(() => form?.errorOf(name())),
    clear: () => form?.clear(name()),
  };
}
