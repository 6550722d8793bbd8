import type { Principal } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { ConsentState, CurrentSession } from './current-session.js';
import type { FoundSession, SessionRepository } from './session-repository.js';
import { isAlive, touchAfterMs, type Session } from './session.js';
import { nameOf } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
  readonly loadPrincipal: (tx: Tx, userId: string) => Promise<Principal | null>;
  /** Of a customer's user; administrators publish the texts and are not asked. */
  readonly consentStateOf: (tx: Tx, userId: string) => Promise<ConsentState>;
}

/** From a cookie's secret to what it is worth now, or null. Prolongs the session. */
export const createFindCurrentSession = (deps: Deps) => {
  const { transact, clock, sessions, loadPrincipal } = deps;
  /** An administrator who signed in as somebody neither answers for them nor is kept out. */
  const isAsked = ({ user, session }: FoundSession): boolean =>
    user.authority === 'CUSTOMER_USER' && session.parent === null;

  const touched = async (tx: Tx, session: Session, now: Date): Promise<Session> => {
    if (now.getTime() - session.lastUsedAt.getTime() <= touchAfterMs) return session;
    await sessions.touch(tx, session.id, now);
    return { ...session, lastUsedAt: now };
  };

  const impersonatorOf = async ({ parent }: Session): Promise<FoundSession | null> =>
    parent && transact(parent.tenantId, (tx) => sessions.find(tx, parent.sessionId));

  return async (tenantId: string, tokenHash: Buffer): Promise<CurrentSession | null> => {
    const now = clock.now();
    const found = await transact(tenantId, async (tx) => {
      const row = await sessions.findByToken(tx, tokenHash);
      if (row?.user.state !== 'ACTIVE' || row.tenant.state !== 'ACTIVE') return null;
      if (!isAlive(row.session, row.user.authority, now)) return null;
      const session = await touched(tx, row.session, now);
      const principal = await loadPrincipal(tx, row.user.id);
      const consentState = isAsked(row)
        ? await deps.consentStateOf(tx, row.user.id)
        : ('UP_TO_DATE' as const);
      return principal && { ...row, session, principal, consentState };
    });
    if (!found) return null;
    const impersonator = await impersonatorOf(found.session);
    if (found.session.parent && impersonator?.user.state !== 'ACTIVE') return null;
    return { ...found, impersonatorName: impersonator ? nameOf(impersonator.user) : null };
  };
};

export type FindCurrentSession = ReturnType<typeof createFindCurrentSession>;
