import type { CustomerGroupEntry, RoleAssignments } from '../access/index.js';
import type { Actor, RecordAudit } from '../audit/index.js';
import type { CreateCustomer } from '../customers/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { NewUser } from '../identity/index.js';
import type { Legal } from '../legal/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import { addressIn, customIn, valueOf } from './collected-field.js';
import type { CollectedFieldRepository } from './collected-field-repository.js';
import type { InviteCodeRepository } from './invite-code-repository.js';
import type { OpenRegistration } from './registration.js';
import type { RegistrantGroups } from './registrant-groups.js';
import type { Decision, RegistrationRepository } from './registration-repository.js';
import type { SavedGrants } from './saved-grants.js';
import type { SelfRegistration } from './self-registration.js';

interface Deps {
  readonly clock: Clock;
  readonly registrations: RegistrationRepository;
  readonly inviteCodes: Pick<InviteCodeRepository, 'use'>;
  readonly roleAssignments: RoleAssignments;
  readonly customerGroupEntry: CustomerGroupEntry;
  readonly registrantGroups: Pick<RegistrantGroups, 'add'>;
  readonly createCustomer: CreateCustomer;
  /** @returns false when the address got a user meanwhile */
  readonly insertUser: (tx: Tx, user: NewUser) => Promise<boolean>;
  readonly collectedFields: CollectedFieldRepository;
  readonly queueMail: QueueMail;
  readonly legal: Pick<Legal, 'recordConsents'>;
  readonly dashboards: Pick<Dashboards, 'landings'>;
  readonly recordAudit: RecordAudit;
  readonly notify: Notify;
}

/** How the account comes about. */
interface Opening {
  readonly action: 'registration.activated' | 'registration.approved';
  readonly mail: 'account-activated' | 'approval';
  /** Null: the registrant, who is known by then. */
  readonly actor: Actor | null;
  readonly ip: string;
  readonly decision: Decision | null;
}

const nothingSaved: SavedGrants = {
  assignments: [],
  customerTitlePrefix: null,
  activationLinkLifetime: 0,
};

/**
 * Makes customer, user and permissions of a registration that was just marked as activated
 * (product, step 6), tells the person and the page's recipient.
 * @param page null once it is deleted
 * @returns null when the address got a user meanwhile: then the transaction must not commit
 */
export const createOpenAccount = (deps: Deps) => {
  const makeAccount = async (
    tx: Tx,
    registration: OpenRegistration,
    page: SelfRegistration | null,
  ) => {
    const { selfRegistrationId, savedGrants } = registration;
    // The page as it is now; after its deletion, as it was last saved.
    const grants: SavedGrants = page ?? savedGrants ?? nothingSaved;
    const groupId = grants.targetCustomerGroupId ?? null;
    const customer = await deps.createCustomer(tx, {
      title: `${grants.customerTitlePrefix ?? ''}${registration.email}`,
      email: registration.email,
      parentId: null,
      ...addressIn(registration.fields),
    });
    if (!customer) return null;
    const user: NewUser = {
      id: newId(),
      authority: 'CUSTOMER_USER',
      customerId: customer.id,
      email: registration.email,
      emailKey: registration.emailKey,
      firstName: registration.firstName,
      lastName: registration.lastName,
      phone: valueOf(registration.fields, 'phone'),
      locale: registration.locale,
      state: 'ACTIVE',
      passwordHash: registration.passwordHash,
      createdAt: deps.clock.now(),
    };
    if (!(await deps.insertUser(tx, user))) return null;
    const owner = { customerId: customer.id, userId: user.id };
    await deps.collectedFields.insert(tx, owner, customIn(registration.fields));
    const entered = groupId === null ? [] : [groupId];
    const given = await deps.roleAssignments.give(tx, owner, grants.assignments, entered);
    const { userGroupId, skipped } = given;
    if (groupId !== null && !(await deps.customerGroupEntry.enter(tx, groupId, customer.id))) {
      skipped.push('customer group');
    }
    if (selfRegistrationId) await deps.registrantGroups.add(tx, userGroupId, selfRegistrationId);
    const { defaultDashboardId: dashboardId, alwaysFullscreen = false } = grants;
    if (dashboardId) {
      await deps.dashboards.landings.give(tx, user.id, { dashboardId, alwaysFullscreen });
    }
    return { customer, user, skipped };
  };

  return async (
    tx: Tx,
    registration: OpenRegistration,
    page: SelfRegistration | null,
    { action, mail, actor, ip, decision }: Opening,
  ): Promise<NewUser | null> => {
    const made = await makeAccount(tx, registration, page);
    if (!made) return null;
    const { customer, user, skipped } = made;
    const { id, email, emailKey, locale, host } = registration;
    const outcome = { userId: user.id, customerId: customer.id, skippedGrants: skipped };
    await deps.registrations.recordActivation(tx, id, outcome, decision);
    if (registration.inviteCodeId) await deps.inviteCodes.use(tx, registration.inviteCodeId);
    const { submittedAt: acceptedAt, userAgent, consents } = registration;
    const giver = { userId: user.id, email, acceptedAt, ip: registration.ip, userAgent };
    await deps.legal.recordConsents(tx, giver, consents);
    await deps.registrations.rejectOthersOf(tx, emailKey, id, 'ANOTHER_ACTIVATED');
    await deps.recordAudit(tx, actor ?? { kind: 'REGISTRANT', id: user.id, name: email, ip }, {
      action,
      entityType: 'REGISTRATION',
      entityId: id,
      entityName: email,
      after: { customer: customer.title, user: email, skippedGrants: skipped },
    });
    await deps.queueMail(tx, {
      ...{ template: mail, to: email, locale },
      ...{ registrationId: id, userId: user.id, variables: { host } },
    });
    if (page) await deps.notify(tx, { event: 'USER_ACTIVATED', page, registration });
    if (skipped.length > 0) {
      const happening = { page, registration, skippedGrants: skipped };
      await deps.notify(tx, { event: 'GRANTS_SKIPPED', ...happening });
    }
    return user;
  };
};

export type OpenAccount = ReturnType<typeof createOpenAccount>;
