import { DashboardOptionsDocument } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

const LIMIT = 20;

/** The search of a SearchPicker for dashboards. */
export function useDashboardSearch(): (term: string) => Promise<PickerOption[]> {
  const client = useApollo();
  return async (term) => {
    const { data } = await client.query({
      query: DashboardOptionsDocument,
      variables: { search: term || null, limit: LIMIT },
      fetchPolicy: 'network-only',
    });
    return (data?.dashboards.items ?? []).map(({ id, title, owner }) => ({
      ...{ id, label: title, detail: owner.name },
    }));
  };
}
