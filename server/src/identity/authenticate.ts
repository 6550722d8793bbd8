import type { Viewer } from '../access/index.js';
import type { Site } from '../domains/index.js';
import type { Clock } from '../platform/clock.js';
import { hashSecret, splitTenant } from '../platform/secrets.js';
import type { CurrentSession } from './current-session.js';
import type { FindCurrentSession } from './find-current-session.js';
import type { SessionMemory } from './session-memory.js';
import { isAlive } from './session.js';
import { nameOf, type User } from './user.js';

/** A viewer with the session they came in with. */
export type SignedIn = Viewer & CurrentSession;

interface Deps {
  readonly clock: Clock;
  readonly sessionMemory: SessionMemory;
  readonly findCurrentSession: FindCurrentSession;
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
export const createAuthenticate =
  ({ clock, sessionMemory, findCurrentSession }: Deps) =>
  async (site: Site, token: string | undefined, ip: string): Promise<SignedIn | null> => {
    const parts = token === undefined ? null : splitTenant(token);
    if (!parts) return null;
    const { tenantId } = parts;
    const tokenHash = hashSecret(parts.secret);
    const found = await sessionMemory.recall(tenantId, tokenHash, () =>
      findCurrentSession(tenantId, tokenHash),
    );
    if (!found || !isAlive(found.session, found.user.authority, clock.now())) return null;
    if (!mayUseSite(site, found.user, found.session.parent !== null)) return null;
    const { id } = found.user;
    const { impersonatorName } = found;
    return {
      ...found,
      consentRequired: found.consentState === 'REQUIRED',
      actor: { kind: 'USER', id, name: nameOf(found.user), impersonatorName, ip },
    };
  };

export type Authenticate = ReturnType<typeof createAuthenticate>;
