import { computed, type ComputedRef } from 'vue';
import { UnreadCountDocument } from '../generated/graphql';
import { useQuery } from '../ui/data/use-query';

/** How many notifications the person has not read; 0 until it is known. */
export function useUnreadCount(): ComputedRef<number> {
  const { data } = useQuery(UnreadCountDocument, {});
  return computed(() => data.value?.unreadNotificationCount ?? 0);
}
