import type { Principal, Viewer } from '../access/index.js';
import type { Site } from '../domains/index.js';
import type { Clock } from '../platform/clock.js';
import { hashSecret, splitTenant } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { FoundSession, SessionRepository } from './session-repository.js';
import type { Tenant } from './tenant-repository.js';
import { isAlive, touchAfterMs, type Session } from './session.js';
import { nameOf, type User } from './user.js';

/** Legal texts stand above this slice: what it must know of them before anything may be called. */
export type ConsentState = 'UP_TO_DATE' | 'ASKED' | 'REQUIRED';

/** A viewer with the session they came in with. */
export interface SignedIn extends Viewer {
  readonly user: User;
  readonly session: Session;
  readonly tenant: Tenant;
  /** The administrator behind «sign in as». */
  readonly impersonatorName: string | null;
  readonly consentState: ConsentState;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
  readonly loadPrincipal: (tx: Tx, userId: string) => Promise<Principal | null>;
  /** Of a customer's user; administrators publish the texts and are not asked. */
  readonly consentStateOf: (tx: Tx, userId: string) => Promise<ConsentState>;
}

/** The host decides whose sessions count: a tenant's people there, administrators on the console. */
export const mayUseSite = (
  site: Site,
  user: Pick<User, 'tenantId' | 'authority'>,
  isImpersonated: boolean,
): boolean => {
  if (site.kind === 'tenant') return site.tenantId === user.tenantId;
  return site.kind === 'console' && (user.authority !== 'CUSTOMER_USER' || isImpersonated);
};

/** From a session cookie to the person, or null when it does not count here and now. */
export const createAuthenticate = (deps: Deps) => {
  const { transact, clock, sessions, loadPrincipal } = deps;
  /** An administrator who signed in as somebody neither answers for them nor is kept out. */
  const isAsked = ({ user, session }: FoundSession): boolean =>
    user.authority === 'CUSTOMER_USER' && session.parent === null;

  const impersonatorOf = async (session: Session): Promise<FoundSession | null> => {
    const { parent } = session;
    if (!parent) return null;
    return transact(parent.tenantId, (tx) => sessions.find(tx, parent.sessionId));
  };

  return async (site: Site, token: string | undefined, ip: string): Promise<SignedIn | null> => {
    const parts = token === undefined ? null : splitTenant(token);
    if (!parts) return null;
    const now = clock.now();
    const found = await transact(parts.tenantId, async (tx) => {
      const row = await sessions.findByToken(tx, hashSecret(parts.secret));
      if (row?.user.state !== 'ACTIVE' || row.tenant.state !== 'ACTIVE') return null;
      if (!isAlive(row.session, row.user.authority, now)) return null;
      if (now.getTime() - row.session.lastUsedAt.getTime() > touchAfterMs) {
        await sessions.touch(tx, row.session.id, now);
      }
      const principal = await loadPrincipal(tx, row.user.id);
      const consentState = isAsked(row)
        ? await deps.consentStateOf(tx, row.user.id)
        : ('UP_TO_DATE' as const);
      return principal && { ...row, principal, consentState };
    });
    if (!found || !mayUseSite(site, found.user, found.session.parent !== null)) return null;
    const impersonator = await impersonatorOf(found.session);
    if (found.session.parent && impersonator?.user.state !== 'ACTIVE') return null;
    const impersonatorName = impersonator ? nameOf(impersonator.user) : null;
    return {
      user: found.user,
      session: found.session,
      tenant: found.tenant,
      principal: found.principal,
      impersonatorName,
      consentState: found.consentState,
      consentRequired: found.consentState === 'REQUIRED',
      actor: { kind: 'USER', id: found.user.id, name: nameOf(found.user), impersonatorName, ip },
    };
  };
};

export type Authenticate = ReturnType<typeof createAuthenticate>;
