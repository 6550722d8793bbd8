import { useCustomerSearch } from '../customers';
import {
  AssetMemberOptionsDocument,
  DashboardMemberOptionsDocument,
  DeviceMemberOptionsDocument,
  UserMemberOptionsDocument,
  type EntityType,
} from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

const FIRST = 20;

/** The search of a SearchPicker for what a group may take in. */
export function useMemberSearch(): (type: EntityType, term: string) => Promise<PickerOption[]> {
  const client = useApollo();
  const searchCustomers = useCustomerSearch();
  const network = { fetchPolicy: 'network-only' } as const;

  return async (type, term) => {
    const variables = { search: term || null, first: FIRST };
    switch (type) {
      case 'CUSTOMER':
        return searchCustomers(term);
      case 'USER': {
        const query = UserMemberOptionsDocument;
        const { data } = await client.query({ query, variables, ...network });
        return (data?.users.nodes ?? []).map(({ id, name, email }) => ({
          id,
          label: name,
          ...(email === name ? {} : { detail: email }),
        }));
      }
      case 'DEVICE': {
        const query = DeviceMemberOptionsDocument;
        const { data } = await client.query({ query, variables, ...network });
        return (data?.devices.nodes ?? []).map(toItemOption);
      }
      case 'DASHBOARD': {
        const query = DashboardMemberOptionsDocument;
        const { data } = await client.query({ query, variables, ...network });
        return (data?.dashboards.items ?? []).map(({ id, title }) => ({ id, label: title }));
      }
      case 'ASSET': {
        const query = AssetMemberOptionsDocument;
        const { data } = await client.query({ query, variables, ...network });
        return (data?.assets.nodes ?? []).map(toItemOption);
      }
      case 'DASHBOARD': {
        const query = DashboardMemberOptionsDocument;
        const { data } = await client.query({ query, variables, ...network });
        return (data?.dashboards.items ?? []).map(({ id, title }) => ({ id, label: title }));
      }
    }
  };
}

const toItemOption = (item: { id: string; name: string; type: string }): PickerOption => ({
  id: item.id,
  label: item.name,
  detail: item.type,
});
