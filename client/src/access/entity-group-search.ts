import { useI18n } from 'vue-i18n';
import { EntityGroupOptionsDocument, type EntityType } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

const LIMIT = 20;

/**
 * The search of a SearchPicker for entity groups of one type; of one customer, or of the tenant
 * itself (null), where an owner is named.
 */
export function useEntityGroupSearch(): (
  type: EntityType,
  term: string,
  ownerCustomerId?: string | null,
) => Promise<PickerOption[]> {
  const client = useApollo();
  const { t } = useI18n();
  return async (type, term, ownerCustomerId) => {
    const { data } = await client.query({
      query: EntityGroupOptionsDocument,
      variables: {
        filter: {
          ...{ type, search: term || null },
          ...(ownerCustomerId === undefined ? {} : { ownerCustomerId }),
        },
        limit: LIMIT,
      },
      fetchPolicy: 'network-only',
    });
    return (data?.entityGroups.items ?? []).map(({ id, name, memberCount, owner }) => ({
      id,
      label: name,
      detail: t('access.groupDetail', { owner: owner.name, count: memberCount }),
    }));
  };
}
