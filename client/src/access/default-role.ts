import { RoleOptionsDocument } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { RoleOption } from './role-search';

const LIMIT = 20;

/** Finds one of the roles that every tenant starts with; undefined when the viewer may not see it. */
export function useDefaultRole(): (name: string) => Promise<RoleOption | undefined> {
  const client = useApollo();
  return async (name) => {
    const { data } = await client.query({
      query: RoleOptionsDocument,
      variables: { filter: { search: name }, limit: LIMIT },
    });
    const role = data?.roles.items.find((item) => item.isDefault && item.name === name);
    return role && { id: role.id, label: role.name, type: role.type };
  };
}
