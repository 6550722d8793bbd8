import { requireOnTenant, type Viewer } from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { failWith, inputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { ApplySettings } from './apply-settings.js';
import type { AuditSelfRegistration } from './audit-self-registration.js';
import type { FindSelfRegistration } from './find-self-registration.js';
import { blankPage } from './blank-page.js';
import type { SelfRegistrationInput } from './self-registration-input.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistration } from './self-registration.js';
import type {
  SelfRegistrationVersion,
  SelfRegistrationVersionRepository,
} from './self-registration-version.js';
import { toVersionSettings } from './version-settings.js';
import type { SelfRegistrationFaults } from './settings-part.js';

export type Saved = Result<SelfRegistration, SelfRegistrationFaults>;

interface Deps {
  readonly versions: Pick<SelfRegistrationVersionRepository, 'insert'>;
  readonly transact: Transact;
  readonly clock: Clock;
  readonly repository: SelfRegistrationRepository;
  readonly find: FindSelfRegistration;
  readonly applySettings: ApplySettings;
  readonly audit: AuditSelfRegistration;
  /** The role that a new page starts with. */
  readonly startingRole: (tx: Tx) => Promise<string>;
}

const domainTaken = () =>
  failWith(
    inputFault(
      'domainId',
      'DOMAIN_TAKEN',
      'This domain has a sign-up page already: choose another one.',
    ),
  );

const outdated = () =>
  failWith(
    inputFault(
      'revision',
      'REVISION_OUTDATED',
      'Somebody else saved this page meanwhile. Load it again to see what changed.',
    ),
  );

/** How a save came about, for its version. */
interface SaveOrigin {
  /** Name of the administrator; null for a page from before versions were kept. */
  readonly savedBy: string | null;
  /** The revision that is restored. */
  readonly restoredFrom: number | null;
}

const versionOf = (page: SelfRegistration, origin: SaveOrigin): SelfRegistrationVersion => ({
  selfRegistrationId: page.id,
  revision: page.revision,
  savedAt: page.updatedAt,
  ...origin,
  settings: toVersionSettings(page),
});

/** Every way to save a page goes through these two. */
export const createSaveSelfRegistration = (deps: Deps) => {
  const { transact, clock, repository, versions, find, applySettings, audit } = deps;

  const nextOf = (page: SelfRegistration): SelfRegistration => ({
    ...page,
    revision: page.revision + 1,
    updatedAt: clock.now(),
  });

  return {
    create: (
      viewer: Viewer,
      input: SelfRegistrationInput & { domainId: string },
    ): Promise<Saved> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'CREATE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const assignments = input.assignments ?? [
          { roleId: await deps.startingRole(tx), entityGroupId: null },
        ];
        const blank = blankPage(newId(), input.domainId, clock.now());
        const applied = await applySettings({
          tx,
          viewer,
          page: blank,
          input: { ...input, assignments },
        });
        if (applied.faults.length > 0) return fail(applied.faults);
        const page = nextOf(applied.page);
        if (!(await repository.insert(tx, page))) return domainTaken();
        const origin = { savedBy: viewer.actor.name, restoredFrom: null };
        await versions.insert(tx, versionOf(page, origin));
        await audit(tx, viewer, 'created', null, page);
        return ok(await find(tx, page.id));
      });
    },

    /** @param restoredFrom the revision that the input comes from, if it is restored */
    update: (
      viewer: Viewer,
      id: string,
      input: SelfRegistrationInput,
      restoredFrom: number | null = null,
    ): Promise<Saved> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const before = await find(tx, id);
        const applied = await applySettings({ tx, viewer, page: before, input });
        if (applied.faults.length > 0) return fail(applied.faults);
        const page = nextOf(applied.page);
        const saved = await repository.update(tx, page, input.revision ?? before.revision);
        if (saved === 'taken') return domainTaken();
        if (saved === 'outdated') return outdated();
        const unknown = { savedBy: null, restoredFrom: null };
        await versions.insert(tx, versionOf(before, unknown));
        await versions.insert(tx, versionOf(page, { savedBy: viewer.actor.name, restoredFrom }));
        await audit(tx, viewer, restoredFrom === null ? 'changed' : 'restored', before, page);
        return ok(await find(tx, id));
      });
    },
  };
};

export type UpdateSelfRegistration = ReturnType<typeof createSaveSelfRegistration>['update'];
