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
  parent?: Session['parent'],
) => Promise<StartedSession>;

/** A new session with a new secret; whatever cookie came before is not used again. */
export const createStartSession =
  (sessions: SessionRepository, clock: Clock): StartSession =>
  async (tx, user, http, parent = null) => {
    const now = clock.now();
    const { absolute } = lifetimesOf(user.authority);
    const secret = newSecret();
    const session: Session = {
      id: newId(),
      tenantId: tx.tenantId,
      userId: user.id,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: addMs(now, absolute),
      ip: http.ip,
      userAgent: http.userAgent,
      parent,
    };
    await sessions.insert(tx, session, hashSecret(secret));
    return { session, token: withTenant(tx.tenantId, secret), maxAge: absolute / 1000 };
  };

/** Hands the secret to the browser. */
export const giveSession = (http: HttpExchange, started: StartedSession): void =>
  http.setCookie(sessionCookie, started.token, started.maxAge);
