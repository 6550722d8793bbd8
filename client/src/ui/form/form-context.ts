import { inject, nextTick, provide, reactive, type InjectionKey } from 'vue';
import { toFieldErrors, type UserError } from './user-errors';

interface RegisteredField {
  name: string;
  focus: () => void;
}

export interface FormContext {
  /** Field name → what is wrong with it. */
  errors: Record<string, string>;
  fields: Set<RegisteredField>;
  show: (errors: readonly UserError[], toText: (error: UserError) => string) => Promise<void>;
  clear: (name?: string) => void;
}

const formKey: InjectionKey<FormContext> = Symbol('form');

/** One per form, in the component that holds its fields; `useSubmit` calls it. */
export function provideForm(): FormContext {
  const errors = reactive<Record<string, string>>({});
  const fields = new Set<RegisteredField>();

  function clear(name?: string) {
    for (const key of name === undefined ? Object.keys(errors) : [name]) delete errors[key];
  }

  async function show(faults: readonly UserError[], toText: (error: UserError) => string) {
    clear();
    Object.assign(errors, toFieldErrors(faults, toText));
    await nextTick();
    // Fields register in the order of the page, so the first hit is the topmost fault.
    [...fields].find((field) => field.name in errors)?.focus();
  }

  const form: FormContext = { errors, fields, show, clear };
  provide(formKey, form);
  return form;
}

export function useForm(): FormContext | undefined {
  return inject(formKey, undefined);
}
