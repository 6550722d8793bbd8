import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import type { SessionRepository } from './session-repository.js';
import { isAlive, type Session } from './session.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
}

/** Where the viewer is signed in. */
export const createOwnSessions = ({ transact, clock, sessions }: Deps) => ({
  list: async ({ user }: SignedIn): Promise<Session[]> => {
    const all = await transact(user.tenantId, (tx) => sessions.listOf(tx, user.id));
    return all.filter((session) => isAlive(session, user.authority, clock.now()));
  },

  end: async ({ user }: SignedIn, id: string): Promise<string> => {
    const ended =
      isId(id) && (await transact(user.tenantId, (tx) => sessions.end(tx, id, user.id)));
    if (!ended) throw notFound('session');
    return id;
  },
});

export type OwnSessions = ReturnType<typeof createOwnSessions>;
