import {
  requireOnTenant,
  type AssignmentFault,
  type RoleAssignment,
  type RoleAssignments,
  type Viewer,
} from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import {
  defaultCaptchaSettings,
  type Captcha,
  type CaptchaSettingsInput,
} from '../captcha/index.js';
import type { DomainRepository } from '../domains/index.js';
import { addMs, dayMs, type Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId, newId } from '../platform/ids.js';
import {
  failWith,
  inputFault,
  type InputFault,
  type InputFaults,
} from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { RecipientRepository } from '../recipients/index.js';
import { chooseAudience } from './choose-audience.js';
import { describePage } from './describe-page.js';
import type { RegistrationRepository } from './registration-repository.js';
import { savedGrantsOf } from './saved-grants.js';
import {
  linkLifetime,
  parseSettings,
  type GroupRoleAssignment,
  type PlainSettings,
  type SelfRegistration,
  type SelfRegistrationErrorCode,
} from './self-registration.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

/** Absent keeps, null clears. */
export interface SelfRegistrationInput extends PlainSettings {
  readonly domainId?: string;
  readonly enabled?: boolean;
  readonly captcha?: CaptchaSettingsInput;
  readonly assignments?: readonly RoleAssignment[];
  /** Null: the tenant's administrators. */
  readonly notificationRecipientId?: string | null;
  readonly notifyNobody?: boolean;
  /** The one that the viewer saw; a save in between is told, not overwritten. */
  readonly revision?: number;
}

export type PendingDecision = 'LET_FINISH' | 'END';

type Faults = InputFaults<SelfRegistrationErrorCode>;
type Saved = Result<SelfRegistration, Faults>;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: SelfRegistrationRepository;
  readonly registrations: RegistrationRepository;
  readonly domains: DomainRepository;
  readonly recipients: Pick<RecipientRepository, 'find'>;
  readonly captcha: Captcha;
  readonly roleAssignments: RoleAssignments;
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

const toFault = ({ index, field, code, message }: AssignmentFault) =>
  inputFault<SelfRegistrationErrorCode>(`groupRoleAssignments.${index}.${field}`, code, message);

/** What of a saved row still exists. */
const toRoleAssignment = ({
  roleId,
  entityGroupId,
  entityGroupName,
}: GroupRoleAssignment): RoleAssignment[] =>
  roleId === null || (entityGroupName !== null && entityGroupId === null)
    ? []
    : [{ roleId, entityGroupId }];

/** What administrators do with the sign-up pages of their tenant. */
export const createManageSelfRegistrations = (deps: Deps) => {
  const { transact, clock, recordAudit, repository, registrations } = deps;

  const findOrThrow = async (tx: Tx, id: string): Promise<SelfRegistration> => {
    const page = isId(id) ? await repository.find(tx, id) : null;
    if (!page) throw notFound('self-registration');
    return page;
  };

  /** Applies the input to a page; all faults at once, nothing is written. */
  const apply = async (
    tx: Tx,
    viewer: Viewer,
    page: SelfRegistration,
    input: SelfRegistrationInput,
  ): Promise<Saved> => {
    const faults: InputFault<SelfRegistrationErrorCode>[] = [];
    const collect = <T>(outcome: Result<T, Faults>): T | undefined => {
      if (outcome.ok) return outcome.value;
      faults.push(...outcome.failure);
      return undefined;
    };
    const domain = isId(input.domainId ?? page.domainId)
      ? await deps.domains.find(tx, input.domainId ?? page.domainId)
      : null;
    if (!domain) faults.push(inputFault('domainId', 'NOT_FOUND', 'Choose one of your domains.'));
    const owner = { tenantId: tx.tenantId, selfRegistrationId: page.id };
    const saved = page.revision === 0 ? null : page.captcha;
    const captcha =
      input.captcha && collect(deps.captcha.validateSettings(input.captcha, owner, saved));
    const settings = collect(parseSettings(input));
    const audience = collect(await chooseAudience(tx, deps.recipients, input, page));
    // Whoever saves a page that is on promises its roles, also those that were saved before; a
    // page that is off promises nothing, and whoever may change it may switch it off.
    const isOn = input.enabled ?? page.enabled;
    const kept = isOn ? page.assignments.flatMap(toRoleAssignment) : [];
    const promised = input.assignments ?? kept;
    const assignments = collect(await resolveAssignments(tx, viewer, promised));
    if (!domain || faults.length > 0) return fail(faults);
    return ok({
      ...page,
      ...settings,
      ...audience,
      domainId: domain.id,
      host: domain.host,
      enabled: input.enabled ?? page.enabled,
      captcha: captcha ?? page.captcha,
      assignments: input.assignments && assignments ? assignments : page.assignments,
      revision: page.revision + 1,
      updatedAt: clock.now(),
    });
  };

  const resolveAssignments = async (
    tx: Tx,
    viewer: Viewer,
    assignments: readonly RoleAssignment[],
  ): Promise<Result<GroupRoleAssignment[], Faults>> => {
    const resolved = await deps.roleAssignments.check(tx, viewer, assignments);
    if (!resolved.ok) return fail(resolved.failure.map(toFault));
    return ok(
      resolved.value.map(({ role, entityGroup }) => ({
        id: newId(),
        roleId: role.id,
        roleName: role.name,
        entityGroupId: entityGroup?.id ?? null,
        entityGroupName: entityGroup?.name ?? null,
        groupType: entityGroup?.type ?? null,
      })),
    );
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
          welcomeText: null,
          assignments: [],
          customerTitlePrefix: null,
          activationLinkLifetime: linkLifetime.default,
          notificationRecipientId: null,
          notifyNobody: false,
          revision: 0,
          createdAt: now,
          updatedAt: now,
        };
        const assignments = input.assignments ?? [
          { roleId: await deps.startingRole(tx), entityGroupId: null },
        ];
        const page = await apply(tx, viewer, blank, { ...input, assignments });
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
        const page = await apply(tx, viewer, before, input);
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
