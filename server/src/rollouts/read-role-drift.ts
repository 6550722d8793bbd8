import {
  requireOnTenant,
  type RoleAssignment,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import type { Page } from '../platform/page.js';
import type { Transact } from '../platform/transaction.js';
import {
  assignmentsOf,
  type DriftPosition,
  type FindSelfRegistration,
  type RegistrantGroups,
} from '../registration/index.js';
import type { RoleRollout } from './role-rollout.js';
import type { RoleRolloutRepository } from './role-rollout-repository.js';

/** A customer whose registrants hold other roles than their page gives. */
export interface DriftedCustomer extends DriftPosition {
  readonly customerId: string;
  readonly gained: readonly RoleAssignment[];
  readonly lost: readonly RoleAssignment[];
}

interface Deps {
  readonly transact: Transact;
  readonly findPage: FindSelfRegistration;
  readonly roleAssignments: Pick<RoleAssignments, 'compare'>;
  readonly registrantGroups: RegistrantGroups;
  readonly rollouts: Pick<RoleRolloutRepository, 'findLatest'>;
}

/** Who holds other roles than the page gives now, and how far applying them has come. */
export const createReadRoleDrift = ({ transact, registrantGroups, rollouts, ...deps }: Deps) => ({
  /** Of each page, counted up to 10,000. */
  count: (viewer: Viewer, selfRegistrationIds: readonly string[]) =>
    transact(viewer.principal.tenantId, (tx) =>
      registrantGroups.countDrifted(tx, selfRegistrationIds),
    ),

  latestRollouts: (
    viewer: Viewer,
    selfRegistrationIds: readonly string[],
  ): Promise<RoleRollout[]> =>
    transact(viewer.principal.tenantId, (tx) => rollouts.findLatest(tx, selfRegistrationIds)),

  /** What each of them would gain and lose. */
  list: (
    viewer: Viewer,
    selfRegistrationId: string,
    first: number,
    after: DriftPosition | null,
  ): Promise<Page<DriftedCustomer>> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
    requireOnTenant(viewer, 'GROUP_PERMISSION', 'READ');
    return transact(viewer.principal.tenantId, async (tx) => {
      const page = await deps.findPage(tx, selfRegistrationId);
      const found = await registrantGroups.listDrifted(tx, page.id, first + 1, { after });
      const shown = found.slice(0, first);
      const changes = await deps.roleAssignments.compare(
        tx,
        shown.map(({ userGroupId }) => userGroupId),
        assignmentsOf(page),
      );
      const rows = shown.map((group, index) => ({
        ...group,
        gained: changes[index]?.gained ?? [],
        lost: changes[index]?.lost ?? [],
      }));
      return { rows, hasNextPage: found.length > first };
    });
  },
});

export type ReadRoleDrift = ReturnType<typeof createReadRoleDrift>;
