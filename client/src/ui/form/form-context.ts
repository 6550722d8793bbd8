import { inject, nextTick, provide, reactive, ref, type InjectionKey } from 'vue';
import { toFieldErrors, type UserError } from './user-errors';

/** Field name → text of what is wrong with it. */
export type FieldFaults = Record<string, string>;

interface RegisteredField {
  readonly name: string;
  element: () => HTMLElement | null;
  focus: () => void;
}

export interface FormContext {
  /** What the API answered. */
  errors: FieldFaults;
  fields: Set<RegisteredField>;
  /** The API's answer for a field, else what the form itself finds, once `reveal` was called. */
  errorOf: (name: string) => string | undefined;
  /** Shows the API's faults and goes to the topmost. */
  show: (errors: readonly UserError[], toText: (error: UserError) => string) => Promise<void>;
  /** Shows what the form itself finds and goes to the topmost. */
  reveal: () => Promise<void>;
  clear: (name?: string) => void;
}

const formKey: InjectionKey<FormContext> = Symbol('form');

function isAbove(one: RegisteredField, other: RegisteredField): boolean {
  const [a, b] = [one.element(), other.element()];
  return !!a && !!b && (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** One per form, in the component that holds its fields; `useSubmit` calls it. */
export function provideForm(ownFaults: () => FieldFaults = () => ({})): FormContext {
  const errors = reactive<FieldFaults>({});
  const fields = new Set<RegisteredField>();
  const revealed = ref(false);

  const errorOf = (name: string) =>
    errors[name] ?? (revealed.value ? ownFaults()[name] : undefined);

  async function goToFirst() {
    await nextTick();
    const [topmost] = [...fields]
      .filter(({ name }) => errorOf(name))
      .sort((one, other) => (isAbove(one, other) ? -1 : 1));
    topmost?.focus();
  }

  function clear(name?: string) {
    for (const key of name === undefined ? Object.keys(errors) : [name]) delete errors[key];
  }

  const form: FormContext = {
    errors,
    fields,
    errorOf,
    clear,
    async show(faults, toText) {
      clear();
      Object.assign(errors, toFieldErrors(faults, toText));
      await goToFirst();
    },
    async reveal() {
      revealed.value = true;
      await goToFirst();
    },
  };
  provide(formKey, form);
  return form;
}

export function useForm(): FormContext | undefined {
  return inject(formKey, undefined);
}
