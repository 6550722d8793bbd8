import {
  requireOnTenant,
  type AssignmentFault,
  type RegistrantRights,
  type RoleAssignment,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import { badUserInput } from '../platform/failures.js';
import type { Transact } from '../platform/transaction.js';

/** More rows than any table of roles has. */
const mostRows = 200;

interface Deps {
  readonly transact: Transact;
  readonly roleAssignments: Pick<RoleAssignments, 'preview'>;
}

export type RegistrantPreview = RegistrantRights & { readonly faults: readonly AssignmentFault[] };

/** «What will a registrant be able to do?», of a table of roles that need not be saved. */
export const createPreviewRegistrant =
  ({ transact, roleAssignments }: Deps) =>
  (viewer: Viewer, assignments: readonly RoleAssignment[]): Promise<RegistrantPreview> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
    if (assignments.length > mostRows) {
      throw badUserInput(`\`groupRoleAssignments\` takes at most ${mostRows} rows.`);
    }
    return transact(viewer.principal.tenantId, (tx) =>
      roleAssignments.preview(tx, viewer, assignments),
    );
  };

export type PreviewRegistrant = ReturnType<typeof createPreviewRegistrant>;
