import type { Viewer } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { Page } from '../platform/page.js';
import type { Transact } from '../platform/transaction.js';
import type { InboxEntry, InboxRepository } from './notification-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly inbox: InboxRepository;
  readonly clock: Clock;
}

/** What anybody does with their own inbox. */
export const createReadInbox = ({ transact, inbox, clock }: Deps) => ({
  list: (
    { principal }: Viewer,
    query: { unreadOnly: boolean; first: number; afterId: string | null },
  ): Promise<Page<InboxEntry>> =>
    transact(principal.tenantId, (tx) => inbox.list(tx, principal.userId, query)),

  /** Capped. */
  count: ({ principal }: Viewer, unreadOnly: boolean): Promise<number> =>
    transact(principal.tenantId, (tx) => inbox.count(tx, principal.userId, unreadOnly)),

  markRead: ({ principal }: Viewer, notificationId: string): Promise<InboxEntry> =>
    transact(principal.tenantId, async (tx) => {
      const { userId } = principal;
      if (!isId(notificationId)) throw notFound('notification');
      const changed = await inbox.markRead(tx, userId, notificationId, clock.now());
      const entry = await inbox.find(tx, userId, notificationId);
      if (!entry) throw notFound('notification');
      if (changed > 0) await inbox.announce(tx, [userId]);
      return entry;
    }),

  /** @returns how many were unread */
  markAllRead: ({ principal }: Viewer): Promise<number> =>
    transact(principal.tenantId, async (tx) => {
      const changed = await inbox.markRead(tx, principal.userId, null, clock.now());
      if (changed > 0) await inbox.announce(tx, [principal.userId]);
      return changed;
    }),
});

export type ReadInbox = ReturnType<typeof createReadInbox>;
