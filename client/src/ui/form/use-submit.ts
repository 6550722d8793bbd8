import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Ref } from 'vue';
import { useMutate, type PayloadOf } from '../data/use-mutate';
import { provideForm, type FieldFaults, type FormContext } from './form-context';
import { useUserErrorText } from './use-user-error-text';

interface SubmitState {
  /** Runs a mutation; resolves to its payload, or to undefined when faults now stand at the fields. */
  submit: <TData, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ) => Promise<PayloadOf<TData> | undefined>;
  pending: Ref<boolean>;
  form: FormContext;
}

/**
 * Makes the calling component a form: FormField and FormProblems below it show the API's faults, and
 * those of `ownFaults` once `form.reveal()` was called.
 */
export function useSubmit(ownFaults?: () => FieldFaults): SubmitState {
  const { mutate, pending } = useMutate();
  const form = provideForm(ownFaults);
  const userErrorText = useUserErrorText();

  const submit: SubmitState['submit'] = async (document, variables) => {
    const outcome = await mutate(document, variables);
    if (!outcome) return undefined;
    await form.show(outcome.userErrors, userErrorText);
    return outcome.userErrors.length ? undefined : outcome.payload;
  };

  return { submit, pending, form };
}
