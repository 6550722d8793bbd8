import {
  requireOnTenant,
  type CustomerGroupEntry,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { PageLooksOf } from '../branding/index.js';
import type { Captcha } from '../captcha/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { DomainRepository } from '../domains/index.js';
import type { Legal } from '../legal/index.js';
import { addMs, dayMs, type Clock } from '../platform/clock.js';
import type { OffsetPage } from '../platform/page.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { RecipientRepository } from '../recipients/index.js';
import { createApplySettings } from './apply-settings.js';
import { createAuditSelfRegistration } from './audit-self-registration.js';
import { createDeleteSelfRegistration } from './delete-self-registration.js';
import { createFindSelfRegistration } from './find-self-registration.js';
import { createPreviewSignUpPage } from './preview-sign-up-page.js';
import type { RegistrationRepository } from './registration-repository.js';
import { createSaveSelfRegistration } from './save-self-registration.js';
import { createSelfRegistrationVersions } from './self-registration-versions.js';
import type { SelfRegistrationVersionRepository } from './self-registration-version.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistration } from './self-registration.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: SelfRegistrationRepository;
  readonly versions: SelfRegistrationVersionRepository;
  readonly registrations: RegistrationRepository;
  readonly domains: DomainRepository;
  readonly captcha: Captcha;
  readonly roleAssignments: RoleAssignments;
  readonly customerGroupEntry: CustomerGroupEntry;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly legal: Pick<Legal, 'documents'>;
  readonly dashboards: Pick<Dashboards, 'repository'>;
  /** The role that a new page starts with. */
  readonly startingRole: (tx: Tx) => Promise<string>;
  readonly tenantName: (tx: Tx) => Promise<string>;
  readonly pageLooks: PageLooksOf;
}

/** What administrators do with the sign-up pages of their tenant. */
export const createManageSelfRegistrations = (given: Deps) => {
  const { transact, clock, repository, registrations } = given;
  const deps = {
    ...given,
    find: createFindSelfRegistration(repository),
    audit: createAuditSelfRegistration(given.recordAudit),
    applySettings: createApplySettings(given),
  };

  const save = createSaveSelfRegistration(deps);
  return {
    ...save,
    ...createSelfRegistrationVersions({ ...deps, update: save.update }),
    preview: createPreviewSignUpPage(deps),
    delete: createDeleteSelfRegistration(deps),

    list: (
      viewer: Viewer,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<SelfRegistration>> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => repository.list(tx, page));
    },

    find: (viewer: Viewer, id: string): Promise<SelfRegistration> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => deps.find(tx, id));
    },

    /** For the field `pendingCount`. */
    countPending: (viewer: Viewer, id: string): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => registrations.countOpen(tx, id)),

    /** For the field `registrationsThisWeek`. */
    countThisWeek: (viewer: Viewer, id: string): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) =>
        registrations.countSince(tx, id, addMs(clock.now(), -7 * dayMs)),
      ),
  };
};

export type ManageSelfRegistrations = ReturnType<typeof createManageSelfRegistrations>;
