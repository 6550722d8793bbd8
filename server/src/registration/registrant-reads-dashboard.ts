import {
  requireOnTenant,
  type RoleAssignment,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import type { Dashboards } from '../dashboards/index.js';
import { badUserInput, notFound } from '../platform/failures.js';
import type { Transact } from '../platform/transaction.js';

interface Deps {
  readonly transact: Transact;
  readonly roleAssignments: Pick<RoleAssignments, 'registrantOf'>;
  readonly dashboards: Pick<Dashboards, 'repository'>;
}

/** More rows than any table of roles has. */
const mostRows = 200;

/** Whether the default dashboard of a page would open for who registers there, before it is saved. */
export const createRegistrantReadsDashboard =
  ({ transact, roleAssignments, dashboards: { repository } }: Deps) =>
  (
    viewer: Viewer,
    dashboardId: string,
    assignments: readonly RoleAssignment[],
  ): Promise<boolean> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
    if (assignments.length > mostRows) {
      throw badUserInput(`\`groupRoleAssignments\` takes at most ${mostRows} rows.`);
    }
    return transact(viewer.principal.tenantId, async (tx) => {
      const seen = await repository.findReadable(tx, viewer.principal, [dashboardId]);
      if (seen.length === 0) throw notFound('dashboard');
      const registrant = await roleAssignments.registrantOf(tx, viewer, assignments);
      return (await repository.findReadable(tx, registrant, [dashboardId])).length > 0;
    });
  };

export type RegistrantReadsDashboard = ReturnType<typeof createRegistrantReadsDashboard>;
