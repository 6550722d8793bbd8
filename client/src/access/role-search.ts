import { useI18n } from 'vue-i18n';
import { RoleOptionsDocument, type RoleType } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

export interface RoleOption extends PickerOption {
  type: RoleType;
}

const LIMIT = 20;

/** The search of a SearchPicker for roles, of one type where it is named. */
export function useRoleSearch(): (term: string, type?: RoleType) => Promise<RoleOption[]> {
  const client = useApollo();
  const { t } = useI18n();
  return async (term, type) => {
    const { data } = await client.query({
      query: RoleOptionsDocument,
      variables: { filter: { search: term || null, type: type ?? null }, limit: LIMIT },
      fetchPolicy: 'network-only',
    });
    return (data?.roles.items ?? []).map((role) => ({
      id: role.id,
      label: role.name,
      detail: t(`access.roleType.${role.type}`),
      type: role.type,
    }));
  };
}
