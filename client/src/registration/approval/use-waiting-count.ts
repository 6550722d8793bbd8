import { computed, type ComputedRef } from 'vue';
import { WaitingCountDocument } from '../../generated/graphql';
import { useQuery } from '../../ui/data/use-query';
import { useFormats } from '../../ui/use-formats';

/** How many people wait for approval, as it is shown; undefined while nobody does. */
export function useWaitingCount(): ComputedRef<string | undefined> {
  const { count } = useFormats();
  const { data } = useQuery(WaitingCountDocument, () => ({}));
  return computed(() => {
    const waiting = data.value?.registrations.totalCount;
    return waiting ? count(waiting) : undefined;
  });
}
