import { computed, type ComputedRef } from 'vue';
import { CustomerChoiceDocument } from '../generated/graphql';
import { useMe, usePermission } from '../identity';
import { useQuery } from '../ui/data/use-query';

/** Whether owners are worth asking for: a customer without sub-customers has only itself. */
export function useCustomerChoice(): ComputedRef<boolean> {
  const me = useMe();
  const { can } = usePermission();
  const { data } = useQuery(CustomerChoiceDocument, () =>
    can('CUSTOMER', 'READ') ? {} : undefined,
  );
  const least = me.value.user.customer ? 2 : 1;
  return computed(() => (data.value?.customers.nodes.length ?? 0) >= least);
}
