import type { ApolloClient } from '@apollo/client';
import { createClient } from 'graphql-ws';
import { print } from 'graphql';
import {
  InboxDocument,
  UnreadCountChangedDocument,
  UnreadCountDocument,
  type UnreadCountChangedSubscription,
} from '../generated/graphql';

/** After a connection that the server ended: the person may have signed in again. */
const RETRY_MS = 30_000;

const addressOfSockets = () => `${window.location.origin.replace(/^http/, 'ws')}/graphql`;

/** Keeps the cached count of unread notifications as the server sees it. Returns how to stop. */
export function followUnreadCount(client: ApolloClient): () => void {
  const sockets = createClient({ url: addressOfSockets(), retryAttempts: Infinity });
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(count: number) {
    client.writeQuery({ query: UnreadCountDocument, data: { unreadNotificationCount: count } });
    void client.refetchQueries({ include: [InboxDocument] });
  }

  function follow() {
    const again = () => (timer = setTimeout(follow, RETRY_MS));
    stop = sockets.subscribe<UnreadCountChangedSubscription>(
      { query: print(UnreadCountChangedDocument) },
      {
        next: ({ data }) => data && show(data.unreadNotificationCountChanged),
        error: again,
        complete: () => undefined,
      },
    );
  }

  follow();
  return () => {
    clearTimeout(timer);
    stop?.();
    void sockets.dispose();
  };
}
