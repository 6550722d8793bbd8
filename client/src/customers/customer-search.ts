import { CustomerOptionsDocument } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

const FIRST = 20;

/** The search of a SearchPicker for customers. */
export function useCustomerSearch(): (term: string) => Promise<PickerOption[]> {
  const client = useApollo();
  return async (term) => {
    const { data } = await client.query({
      query: CustomerOptionsDocument,
      variables: { search: term || null, first: FIRST },
      fetchPolicy: 'network-only',
    });
    return (data?.customers.nodes ?? []).map(({ id, title, email }) => ({
      id,
      label: title,
      ...(email && email !== title ? { detail: email } : {}),
    }));
  };
}
