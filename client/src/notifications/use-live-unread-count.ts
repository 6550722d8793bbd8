import { onBeforeUnmount, onMounted } from 'vue';
import { useApollo } from '../ui/data/apollo';

/** Keeps the number of unread notifications live while the component is there. */
export function useLiveUnreadCount() {
  const client = useApollo();
  let stop: (() => void) | undefined;
  let gone = false;

  onMounted(async () => {
    // The page does without until it stands.
    const { followUnreadCount } = await import('./follow-unread-count');
    if (!gone) stop = followUnreadCount(client);
  });
  onBeforeUnmount(() => {
    gone = true;
    stop?.();
  });
}
