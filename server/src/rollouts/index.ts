import type { Access } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LoadCustomer } from '../customers/index.js';
import type { Identity } from '../identity/index.js';
import type { Clock } from '../platform/clock.js';
import type { Log } from '../platform/log/log.js';
import type { Database } from '../platform/postgres/database.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Registration } from '../registration/index.js';
import { DriftedCustomerResolver, RegistrantGrantResolver } from './graphql/role-drift.resolver.js';
import { RoleRolloutResolver } from './graphql/role-rollout.resolver.js';
import { roleRolloutRows } from './postgres/role-rollout-rows.js';
import { createRoleRolloutTask } from './queue/role-rollout-task.js';
import { createRoleRollouts } from './role-rollouts.js';
import { roleRolloutTask } from './start-role-rollout.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly recordAudit: RecordAudit;
  readonly enqueue: Enqueue;
  readonly access: Access;
  readonly identity: Identity;
  readonly loadCustomer: LoadCustomer;
  readonly registration: Pick<Registration, 'pages' | 'registrantGroups' | 'references'>;
}

/** Roles of a sign-up page for those who registered on it before they were changed. */
export const createRollouts = (given: Deps) => {
  const { access, identity, registration, enqueue } = given;
  const { transact } = given.database;
  const { start, stop, drift, ...rollouts } = createRoleRollouts({
    ...given,
    ...registration,
    transact,
    roleAssignments: access.roleAssignments,
    rollouts: roleRolloutRows,
    isActive: async (tx, userId) => (await identity.users.find(tx, userId))?.state === 'ACTIVE',
  });
  return {
    tasks: { [roleRolloutTask]: createRoleRolloutTask(rollouts.continue, transact, enqueue) },
    resolvers: [
      new RoleRolloutResolver(start, stop, drift),
      new DriftedCustomerResolver(drift, given.loadCustomer),
      new RegistrantGrantResolver(registration.references),
    ],
  };
};
