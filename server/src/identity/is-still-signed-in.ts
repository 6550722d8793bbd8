import type { Clock } from '../platform/clock.js';
import type { Transact } from '../platform/transaction.js';
import type { SignedIn } from './authenticate.js';
import type { SessionRepository } from './session-repository.js';
import { isAlive } from './session.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly sessions: SessionRepository;
}

/** Whether a session still counts. Unlike a call it does not prolong it: nobody need be there. */
export const createIsStillSignedIn =
  ({ transact, clock, sessions }: Deps) =>
  async ({ session: { id, tenantId, parent } }: SignedIn): Promise<boolean> => {
    const find = (tenant: string, sessionId: string) =>
      transact(tenant, (tx) => sessions.find(tx, sessionId));
    const found = await find(tenantId, id);
    if (found?.user.state !== 'ACTIVE' || found.tenant.state !== 'ACTIVE') return false;
    if (!isAlive(found.session, found.user.authority, clock.now())) return false;
    return !parent || (await find(parent.tenantId, parent.sessionId))?.user.state === 'ACTIVE';
  };
