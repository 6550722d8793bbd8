import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Site } from '../domains/index.js';
import type { ActOnUser } from './act-on-user.js';
import type { AuditUser } from './audit-user.js';
import { mayUseSite, type SignedIn } from './authenticate.js';
import type { Outranks } from './outranks.js';
import type { StartedSession, StartSession } from './start-session.js';
import type { TenantRepository } from './tenant-repository.js';
import { notAllowed, wrongState, type UserErrorCode } from './user-fault.js';

interface Deps {
  readonly actOnUser: ActOnUser;
  readonly outranks: Outranks;
  readonly tenants: TenantRepository;
  readonly startSession: StartSession;
  readonly auditUser: AuditUser;
}

type Outcome = Result<StartedSession, InputFaults<UserErrorCode>>;

/**
 * Lets an administrator see what a user sees, under both names. Signing out leads back into the
 * administrator's own session. Never more authority than one's own, never one from the other.
 */
export const createSignInAs =
  ({ actOnUser, outranks, tenants, startSession, auditUser }: Deps) =>
  async (site: Site, http: HttpExchange, viewer: SignedIn, id: string): Promise<Outcome> => {
    if (id === viewer.user.id) return notAllowed('You are signed in as yourself already.');
    if (viewer.session.parent) {
      return notAllowed('You are signed in as somebody else: go back to your own account first.');
    }
    return actOnUser(viewer, id, 'IMPERSONATE', async (tx, user): Promise<Outcome> => {
      if (user.state !== 'ACTIVE') return wrongState('Only an active user can be signed in as.');
      if ((await tenants.find(tx))?.state !== 'ACTIVE') {
        return wrongState('The tenant is suspended: resume it first.');
      }
      if (!(await outranks(tx, viewer, user))) {
        return notAllowed('This user holds permissions that you do not.');
      }
      if (!mayUseSite(site, user, true)) {
        return notAllowed('This user does not sign in on this address.');
      }
      await auditUser(tx, viewer, 'signed-in-as', user);
      return ok(await startSession(tx, user, http, viewer.session));
    });
  };

export type SignInAs = ReturnType<typeof createSignInAs>;
