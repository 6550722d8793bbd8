import { useI18n } from 'vue-i18n';
import { RecipientOptionsDocument } from '../generated/graphql';
import { useApollo } from '../ui/data/apollo';
import type { PickerOption } from '../ui/picker-option';

const LIMIT = 20;

/** The search of a SearchPicker for recipients. */
export function useRecipientSearch(): (term: string) => Promise<PickerOption[]> {
  const client = useApollo();
  const { t } = useI18n();
  return async (term) => {
    const { data } = await client.query({
      query: RecipientOptionsDocument,
      variables: { search: term || null, limit: LIMIT },
      fetchPolicy: 'network-only',
    });
    return (data?.notificationRecipients.items ?? []).map(({ id, name, type }) => ({
      id,
      label: name,
      detail: t(`recipients.kind.${type}`),
    }));
  };
}
