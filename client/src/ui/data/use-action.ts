import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Ref } from 'vue';
import { toastDone, toastFailed } from '../feedback/toasts';
import { useUserErrorText } from '../form/use-user-error-text';
import { useMutate, type PayloadOf } from './use-mutate';

interface ActionState {
  /** Runs a mutation that has no form: says `done` when it worked, else what the API answered. */
  act: <TData, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
    done?: string,
  ) => Promise<PayloadOf<TData> | undefined>;
  pending: Ref<boolean>;
}

export function useAction(): ActionState {
  const { mutate, pending } = useMutate();
  const userErrorText = useUserErrorText();

  const act: ActionState['act'] = async (document, variables, done) => {
    const outcome = await mutate(document, variables);
    if (!outcome) return undefined;
    const [fault] = outcome.userErrors;
    if (fault) {
      toastFailed(userErrorText(fault));
      return undefined;
    }
    if (done) toastDone(done);
    return outcome.payload;
  };

  return { act, pending };
}
