import type { OperationVariables } from '@apollo/client';
import type { ResultOf, TypedDocumentNode } from '@graphql-typed-document-node/core';
import { ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { toastRetry } from '../feedback/toasts';
import type { UserError } from '../form/user-errors';
import { useApollo } from './apollo';
import { useProblemText } from './use-problem-text';

/** The payload of a document that holds one mutation. */
export type PayloadOf<TData> = TData[Exclude<keyof TData, '__typename'>];

interface Outcome<TData> {
  payload: PayloadOf<TData>;
  userErrors: readonly UserError[];
}

export interface MutationState {
  /**
   * Runs a mutation. What only the server or the network can mend becomes a message with Retry;
   * resolves to undefined when the person leaves it at that, or while another call is under way.
   * What the page shows is asked again after a success.
   */
  mutate: <TData, TVariables extends OperationVariables>(
    document: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ) => Promise<Outcome<TData> | undefined>;
  pending: Ref<boolean>;
}

function toOutcome<TData>(data: TData): Outcome<TData> {
  const [payload] = Object.entries(data as object)
    .filter(([key]) => key !== '__typename')
    .map(([, value]) => value as PayloadOf<TData> & { userErrors?: readonly UserError[] });
  if (!payload) throw new Error('A mutation document must hold one mutation');
  return { payload, userErrors: payload.userErrors ?? [] };
}

export function useMutate(): MutationState {
  const client = useApollo();
  const problemText = useProblemText();
  const { t } = useI18n();
  const pending = ref(false);

  const mutate: MutationState['mutate'] = async (document, variables) => {
    if (pending.value) return undefined;
    pending.value = true;
    try {
      const { data } = await client.mutate({
        mutation: document,
        variables,
        refetchQueries: ({ data }) => (data && !toOutcome(data).userErrors.length ? 'active' : []),
      });
      return toOutcome(data as ResultOf<typeof document>);
    } catch (failure) {
      pending.value = false;
      const again = await toastRetry(problemText(failure), t('ui.retry'));
      return again ? await mutate(document, variables) : undefined;
    } finally {
      pending.value = false;
    }
  };

  return { mutate, pending };
}
