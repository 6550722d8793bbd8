import type { Principal, Viewer } from '../access/index.js';
import { changedFields } from '../audit/index.js';
import type { ActOnUser, AuditUser } from '../identity/index.js';
import { isId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { DashboardRepository } from './dashboard-repository.js';
import type { Landing, LandingRepository } from './landing.js';

interface Deps {
  readonly transact: Transact;
  readonly landings: LandingRepository;
  readonly repository: Pick<DashboardRepository, 'findForUse' | 'findReadable'>;
  readonly actOnUser: ActOnUser;
  readonly auditUser: AuditUser;
  readonly loadPrincipal: (tx: Tx, userId: string) => Promise<Principal | null>;
}

/** Absent keeps; a dashboard of null is Home. */
export interface LandingInput {
  readonly dashboardId?: string | null | undefined;
  readonly alwaysFullscreen?: boolean | null | undefined;
}

export type LandingErrorCode = 'NOT_FOUND' | 'DASHBOARD_MISSING';

type Saved = Result<Landing | null, InputFaults<LandingErrorCode>>;

const audited = (landing: Landing | null) => ({
  defaultDashboardId: landing?.dashboardId ?? null,
  alwaysFullscreen: landing?.alwaysFullscreen ?? false,
});

/** Where other people land: seen by who may read the person, changed by who may write them. */
export const createLandingsOfUsers = ({ transact, landings, repository, ...deps }: Deps) => ({
  findMany: ({ principal }: Viewer, userIds: readonly string[]) =>
    transact(principal.tenantId, (tx) => landings.findMany(tx, userIds)),

  /** Whether the person may read it; if not, they land on Home. */
  canRead: ({ principal }: Viewer, userId: string, dashboardId: string): Promise<boolean> =>
    transact(principal.tenantId, async (tx) => {
      const person = await deps.loadPrincipal(tx, userId);
      return (
        person !== null && (await repository.findReadable(tx, person, [dashboardId])).length > 0
      );
    }),

  /** A dashboard that the person can't read is kept all the same: their roles may come later. */
  save: (viewer: Viewer, userId: string, input: LandingInput): Promise<Saved> =>
    deps.actOnUser(viewer, userId, 'WRITE', async (tx, user): Promise<Saved> => {
      const before = await landings.find(tx, userId);
      const { dashboardId: chosen } = input;
      if (chosen != null && chosen !== before?.dashboardId) {
        const found = isId(chosen) && (await repository.findForUse(tx, viewer.principal, chosen));
        if (!found) {
          const message = 'Choose a dashboard that exists and that you may see.';
          return failWith(inputFault('dashboardId', 'NOT_FOUND', message));
        }
      }
      const dashboardId = chosen === undefined ? (before?.dashboardId ?? null) : chosen;
      if (dashboardId === null && input.alwaysFullscreen) {
        const message = 'Choose a dashboard first: Home does not fill the screen.';
        return failWith(inputFault('alwaysFullscreen', 'DASHBOARD_MISSING', message));
      }
      const alwaysFullscreen = input.alwaysFullscreen ?? before?.alwaysFullscreen ?? false;
      const after = dashboardId === null ? null : { dashboardId, alwaysFullscreen };
      const changes = changedFields(audited(before), audited(after));
      if (changes) {
        await landings.replace(tx, userId, after);
        await deps.auditUser(tx, viewer, 'landing-changed', user, changes);
      }
      return ok(after);
    }),
});

export type LandingsOfUsers = ReturnType<typeof createLandingsOfUsers>;
