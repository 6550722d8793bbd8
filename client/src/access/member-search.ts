import {
  AssetMemberOptionsDocument,
  DeviceMemberOptionsDocument,
  type EntityType,
} from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

/** Types whose entities can be put into a group while it is made. */
export type MemberType = Extract<EntityType, 'DEVICE' | 'ASSET'>;

const FIRST = 20;

/** The search of a SearchPicker for the devices or assets that a group may take in. */
export function useMemberSearch(): (type: MemberType, term: string) => Promise<PickerOption[]> {
  const client = useApollo();
  const network = { fetchPolicy: 'network-only' } as const;

  return async (type, term) => {
    const variables = { search: term || null, first: FIRST };
    const nodes =
      type === 'DEVICE'
        ? (await client.query({ query: DeviceMemberOptionsDocument, variables, ...network })).data
            ?.devices.nodes
        : (await client.query({ query: AssetMemberOptionsDocument, variables, ...network })).data
            ?.assets.nodes;
    return (nodes ?? []).map(({ id, name, type: kind }) => ({ id, label: name, detail: kind }));
  };
}
