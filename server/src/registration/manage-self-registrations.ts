import { requireOnTenant, type Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import { defaultCaptchaSettings } from '../captcha/index.js';
import { addMs, dayMs } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  createApplyInput,
  type ApplyInputDeps,
  type SelfRegistrationInput,
} from './apply-self-registration-input.js';
import { describePage } from './describe-page.js';
import { nothingShown } from './legal-choice.js';
import type { RegistrationRepository } from './registration-repository.js';
import { savedGrantsOf } from './saved-grants.js';
import {
  linkLifetime,
  type SelfRegistration,
  type SelfRegistrationErrorCode,
} from './self-registration.js';
import { defaultFields } from './sign-up-field.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

export type PendingDecision = 'LET_FINISH' | 'END';

type Faults = InputFaults<SelfRegistrationErrorCode>;
type Saved = Result<SelfRegistration, Faults>;

interface Deps extends ApplyInputDeps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly repository: SelfRegistrationRepository;
  readonly registrations: RegistrationRepository;
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

/** What administrators do with the sign-up pages of their tenant. */
export const createManageSelfRegistrations = (deps: Deps) => {
  const { transact, clock, recordAudit, repository, registrations } = deps;
  const applyInput = createApplyInput(deps);

  const findOrThrow = async (tx: Tx, id: string): Promise<SelfRegistration> => {
    const page = isId(id) ? await repository.find(tx, id) : null;
    if (!page) throw notFound('self-registration');
    return page;
  };

  const audit = (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    page: SelfRegistration,
    change?: ReturnType<typeof changedFields>,
  ) =>
    recordAudit(tx, viewer.actor, {
      action: `self-registration.${verb}`,
      entityType: 'SELF_REGISTRATION',
      entityId: page.id,
      entityName: page.host,
      ...change,
    });

  return {
    list: (
      viewer: Viewer,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<SelfRegistration>> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => repository.list(tx, page));
    },

    find: (viewer: Viewer, id: string): Promise<SelfRegistration> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, (tx) => findOrThrow(tx, id));
    },

    create: (
      viewer: Viewer,
      input: SelfRegistrationInput & { domainId: string },
    ): Promise<Saved> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'CREATE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const now = clock.now();
        const blank: SelfRegistration = {
          id: newId(),
          domainId: input.domainId,
          host: '',
          enabled: false,
          captcha: defaultCaptchaSettings,
          locale: 'en',
          welcomeTexts: [],
          fields: defaultFields,
          targetCustomerGroupId: null,
          assignments: [],
          ...nothingShown,
          customerTitlePrefix: null,
          activationLinkLifetime: linkLifetime.default,
          revision: 0,
          createdAt: now,
          updatedAt: now,
        };
        const assignments = input.assignments ?? [
          { roleId: await deps.startingRole(tx), entityGroupId: null },
        ];
        const page = await applyInput(tx, viewer, blank, { ...input, assignments });
        if (!page.ok) return page;
        if (!(await repository.insert(tx, page.value))) return domainTaken();
        await audit(tx, viewer, 'created', page.value, changedFields({}, describePage(page.value)));
        return ok(await findOrThrow(tx, page.value.id));
      });
    },

    update: (viewer: Viewer, id: string, input: SelfRegistrationInput): Promise<Saved> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx): Promise<Saved> => {
        const before = await findOrThrow(tx, id);
        const page = await applyInput(tx, viewer, before, input);
        if (!page.ok) return page;
        const saved = await repository.update(tx, page.value, input.revision ?? before.revision);
        if (saved === 'taken') return domainTaken();
        if (saved === 'outdated') {
          const message =
            'Somebody else saved this page meanwhile. Load it again to see what changed.';
          return failWith(inputFault('revision', 'REVISION_OUTDATED', message));
        }
        const change = changedFields(describePage(before), describePage(page.value));
        await audit(tx, viewer, 'changed', page.value, change);
        return ok(await findOrThrow(tx, id));
      });
    },

    delete: (
      viewer: Viewer,
      id: string,
      input: { readonly confirmation: string; readonly pending?: PendingDecision | null },
    ): Promise<Result<string, Faults>> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const page = await findOrThrow(tx, id);
        if (input.confirmation.trim().toLowerCase() !== page.host) {
          const message = `Type ${page.host} to delete this page.`;
          return failWith(inputFault('confirmation', 'CONFIRMATION_DIFFERS', message));
        }
        await repository.lock(tx, id);
        const pending = await registrations.countPending(tx, id);
        if (pending > 0 && !input.pending) {
          const message = `${pending} registrations are pending: let them finish, or end them.`;
          return failWith(inputFault('pending', 'PENDING_UNDECIDED', message));
        }
        if (input.pending === 'END') await registrations.rejectOfPage(tx, id);
        else await registrations.keepGrantsOfPage(tx, id, savedGrantsOf(page));
        await repository.delete(tx, id);
        await audit(tx, viewer, 'deleted', page, changedFields(describePage(page), {}));
        return ok(id);
      });
    },

    /** For the field `pendingCount`. */
    countPending: (viewer: Viewer, id: string): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) => registrations.countPending(tx, id)),

    /** For the field `registrationsThisWeek`. */
    countThisWeek: (viewer: Viewer, id: string): Promise<number> =>
      transact(viewer.principal.tenantId, (tx) =>
        registrations.countSince(tx, id, addMs(clock.now(), -7 * dayMs)),
      ),
  };
};

export type ManageSelfRegistrations = ReturnType<typeof createManageSelfRegistrations>;
