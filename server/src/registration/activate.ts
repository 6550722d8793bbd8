import type { CustomerGroupEntry, RoleAssignments } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { CreateCustomer } from '../customers/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { NewUser, StartedSession, StartSession } from '../identity/index.js';
import type { Legal } from '../legal/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import type { Clock } from '../platform/clock.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { newId } from '../platform/ids.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { addressIn, customIn, valueOf } from './collected-field.js';
import type { CollectedFieldRepository } from './collected-field-repository.js';
import { linkNotGood, type ActivateErrorCode, type ProveAddress } from './prove-address.js';
import type { PendingRegistration } from './registration.js';
import type { PublicCall, SiteOfCall } from './public-call.js';
import type { RegistrantGroups } from './registrant-groups.js';
import type { RegistrationRepository } from './registration-repository.js';
import type { SavedGrants } from './saved-grants.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import { takeSignUpCookie } from './sign-up-cookie.js';

export interface ActivateInput {
  readonly secret?: string | null;
  readonly code?: string | null;
  readonly password?: string | null;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly siteOfCall: SiteOfCall;
  readonly proveAddress: ProveAddress;
  readonly registrations: RegistrationRepository;
  readonly pages: SelfRegistrationRepository;
  readonly roleAssignments: RoleAssignments;
  readonly customerGroupEntry: CustomerGroupEntry;
  readonly registrantGroups: Pick<RegistrantGroups, 'add'>;
  readonly createCustomer: CreateCustomer;
  /** @returns false when the address got a user meanwhile */
  readonly insertUser: (tx: Tx, user: NewUser) => Promise<boolean>;
  readonly collectedFields: CollectedFieldRepository;
  readonly startSession: StartSession;
  readonly queueMail: QueueMail;
  readonly legal: Pick<Legal, 'recordConsents'>;
  readonly dashboards: Pick<Dashboards, 'landings'>;
  readonly recordAudit: RecordAudit;
  readonly notify: Notify;
}

const nothingSaved: SavedGrants = {
  assignments: [],
  customerTitlePrefix: null,
  activationLinkLifetime: 0,
};

/** Makes customer, user and permissions in one transaction (product, step 6), and signs in. */
export const createActivate = (deps: Deps) => {
  const makeAccount = async (tx: Tx, registration: PendingRegistration) => {
    const { selfRegistrationId, savedGrants } = registration;
    const page = selfRegistrationId ? await deps.pages.find(tx, selfRegistrationId) : null;
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
    return { customer, user, skipped, page };
  };

  const activateIn = async (
    tx: Tx,
    proven: PendingRegistration,
    http: HttpExchange,
  ): Promise<Result<StartedSession, InputFaults<ActivateErrorCode>>> => {
    const registration = await deps.registrations.activate(tx, proven, deps.clock.now());
    if (!registration) return linkNotGood();
    const { id, email, emailKey, locale, host } = registration;
    const made = await makeAccount(tx, registration);
    if (!made) return linkNotGood();
    const { customer, user, skipped, page } = made;
    await deps.registrations.recordActivation(tx, id, {
      userId: user.id,
      customerId: customer.id,
      skippedGrants: skipped,
    });
    const { submittedAt: acceptedAt, ip, userAgent, consents } = registration;
    const giver = { userId: user.id, email, acceptedAt, ip, userAgent };
    await deps.legal.recordConsents(tx, giver, consents);
    await deps.registrations.rejectOthersOf(tx, emailKey, id);
    await deps.recordAudit(
      tx,
      { kind: 'REGISTRANT', id: user.id, name: email, ip: http.ip },
      {
        action: 'registration.activated',
        entityType: 'REGISTRATION',
        entityId: id,
        entityName: email,
        after: { customer: customer.title, user: email, skippedGrants: skipped },
      },
    );
    await deps.queueMail(tx, {
      template: 'account-activated',
      to: email,
      locale,
      registrationId: id,
      userId: user.id,
      variables: { host },
    });
    if (page) await deps.notify(tx, { event: 'USER_ACTIVATED', page, registration });
    if (skipped.length > 0) {
      const happening = { page, registration, skippedGrants: skipped };
      await deps.notify(tx, { event: 'GRANTS_SKIPPED', ...happening });
    }
    return ok(await deps.startSession(tx, user, http));
  };

  return async (
    call: PublicCall,
    domain: string | null | undefined,
    input: ActivateInput,
  ): Promise<Result<StartedSession, InputFaults<ActivateErrorCode>>> => {
    const { tenantId } = await deps.siteOfCall(call, domain);
    const { http } = call;
    const proven = await deps.proveAddress(tenantId, http, input);
    if (!proven.ok) return proven;
    const activated = await deps.transact(tenantId, (tx) => activateIn(tx, proven.value, http));
    if (activated.ok) takeSignUpCookie(http);
    return activated;
  };
};

export type Activate = ReturnType<typeof createActivate>;
