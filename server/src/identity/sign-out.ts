import type { HttpExchange } from '../platform/graphql/request-context.js';
import { hashSecret, newSecret, withTenant } from '../platform/secrets.js';
import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import type { SessionRepository } from './session-repository.js';
import { sessionCookie } from './start-session.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
}

/** Ends the session; after «sign in as» the administrator is back in their own. */
export const createSignOut =
  ({ transact, clock, sessions }: Deps) =>
  async (signedIn: SignedIn | null, http: HttpExchange): Promise<{ returned: boolean }> => {
    if (!signedIn) {
      http.clearCookie(sessionCookie);
      return { returned: false };
    }
    const { session, user } = signedIn;
    await transact(user.tenantId, (tx) => sessions.end(tx, session.id, user.id));
    const { parent } = session;
    if (!parent) {
      http.clearCookie(sessionCookie);
      return { returned: false };
    }
    const secret = newSecret();
    const own = await transact(parent.tenantId, async (tx) => {
      const found = await sessions.find(tx, parent.sessionId);
      if (found) await sessions.replaceToken(tx, parent.sessionId, hashSecret(secret));
      return found;
    });
    if (!own) {
      http.clearCookie(sessionCookie);
      return { returned: false };
    }
    const secondsLeft = Math.floor(
      (own.session.expiresAt.getTime() - clock.now().getTime()) / 1000,
    );
    http.setCookie(sessionCookie, withTenant(parent.tenantId, secret), Math.max(0, secondsLeft));
    return { returned: true };
  };

export type SignOut = ReturnType<typeof createSignOut>;
