import type { Clock } from '../platform/clock.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { CurrentSession } from './current-session.js';

type Asked = Promise<CurrentSession | null>;

interface Kept {
  /** ms since 1970. */
  readonly askedAt: number;
  readonly session: Asked;
}

/** Longest that a session is kept, in ms, should a notice of a change be lost (performance.md). */
const longestMs = 5_000;
/** Sessions of one server: the memory must not grow with them. */
const mostSessions = 10_000;

/**
 * Sessions in memory for some seconds: what they are worth is looked up for each call otherwise.
 * Changes on any replica make it forget (migration 016), and so does each mutation here, which
 * shall count at once. While changes are not heard it remembers nothing.
 */
export const createSessionMemory = (changes: Pick<Changes, 'on' | 'isListening'>, clock: Clock) => {
  const byTenant = new Map<string, Map<string, Kept>>();
  let size = 0;

  const forgetAll = (): void => {
    byTenant.clear();
    size = 0;
  };
  const forgetTenant = (tenantId: string): void => {
    size -= byTenant.get(tenantId)?.size ?? 0;
    byTenant.delete(tenantId);
  };
  changes.on('sessions', (tenantId) => (tenantId === '*' ? forgetAll() : forgetTenant(tenantId)));

  const isFresh = ({ askedAt }: Kept): boolean => {
    const age = clock.now().getTime() - askedAt;
    return age >= 0 && age < longestMs;
  };

  const keep = (tenantId: string, token: string, session: Asked): void => {
    if (size >= mostSessions) forgetAll();
    const ofTenant = byTenant.get(tenantId) ?? new Map<string, Kept>();
    if (!ofTenant.has(token)) size += 1;
    const kept = { askedAt: clock.now().getTime(), session };
    byTenant.set(tenantId, ofTenant.set(token, kept));
    const drop = (): void => {
      if (byTenant.get(tenantId)?.get(token) !== kept) return;
      byTenant.get(tenantId)?.delete(token);
      size -= 1;
    };
    // «Sign in as» depends on two tenants; strangers may send any token.
    session.then((found) => (found && !found.session.parent ? undefined : drop()), drop);
  };

  return {
    forgetAll,

    /**
     * From memory, or as `lookUp` finds it. It is kept from the start of the look-up: a change in the
     * middle of it makes it forgotten, too.
     */
    recall(tenantId: string, tokenHash: Buffer, lookUp: () => Asked): Asked {
      if (!changes.isListening()) return lookUp();
      const token = tokenHash.toString('base64');
      const kept = byTenant.get(tenantId)?.get(token);
      if (kept && isFresh(kept)) return kept.session;
      const session = lookUp();
      keep(tenantId, token, session);
      return session;
    },
  };
};

export type SessionMemory = ReturnType<typeof createSessionMemory>;
