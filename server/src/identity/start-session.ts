import type { Authority } from '../access/index.js';
import { addMs, type Clock } from '../platform/clock.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { newId } from '../platform/ids.js';
import { hashSecret, newSecret, withTenant } from '../platform/secrets.js';
import type { Tx } from '../platform/transaction.js';
import type { SessionRepository } from './session-repository.js';
import { lifetimesOf, type Session } from './session.js';

/** Name of the cookie behind `__Host-`. */
export const sessionCookie = 'session';

export interface StartedSession {
  readonly session: Session;
  /** For the cookie; stored nowhere. */
  readonly token: string;
  /** Seconds. */
  readonly maxAge: number;
}

export type StartSession = (
  tx: Tx,
  user: { readonly id: string; readonly authority: Authority },
  http: Pick<HttpExchange, 'ip' | 'userAgent'>,
  /** «Sign in as»: the administrator's own session, which this one never outlives. */
  administrator?: Session,
) => Promise<StartedSession>;

/** A new session with a new secret; whatever cookie came before is not used again. */
export const createStartSession =
  (sessions: SessionRepository, clock: Clock): StartSession =>
  async (tx, user, http, administrator) => {
    const now = clock.now();
    const ends = addMs(now, lifetimesOf(user.authority).absolute);
    const expiresAt =
      administrator && administrator.expiresAt < ends ? administrator.expiresAt : ends;
    const secret = newSecret();
    const session: Session = {
      id: newId(),
      tenantId: tx.tenantId,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      ip: http.ip,
      userAgent: http.userAgent,
      parent: administrator
        ? { tenantId: administrator.tenantId, sessionId: administrator.id }
        : null,
    };
    await sessions.insert(tx, session, hashSecret(secret));
    const maxAge = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
    return { session, token: withTenant(tx.tenantId, secret), maxAge };
  };

/** Hands the secret to the browser. */
export const giveSession = (http: HttpExchange, started: StartedSession): void =>
  http.setCookie(sessionCookie, started.token, started.maxAge);
