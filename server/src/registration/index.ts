import type { Access } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { PageLooksOf } from '../branding/index.js';
import type { Captcha } from '../captcha/index.js';
import type { LimitName } from '../config/limits.js';
import type { CreateCustomer, LoadCustomer } from '../customers/index.js';
import type { Dashboards } from '../dashboards/index.js';
import type { BaseAddress, DomainRepository, FindSite } from '../domains/index.js';
import type { Identity, PasswordHasher } from '../identity/index.js';
import type { Legal } from '../legal/index.js';
import { createMailBudget, type Mail } from '../mail/index.js';
import type { Notify } from '../notifications/index.js';
import type { Clock } from '../platform/clock.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Log } from '../platform/log/log.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Tx } from '../platform/transaction.js';
import type { RecipientRepository } from '../recipients/index.js';
import { createAccountActivatedComposer } from './account-activated-mail.js';
import { createActivate } from './activate.js';
import { createActivationComposer } from './activation-mail.js';
import { createConfirmAddress } from './confirm-address.js';
import { createDecideRegistrations } from './decide-registrations.js';
import { createDecisionMails } from './decision-mails.js';
import { createDisownRegistration } from './disown-registration.js';
import { createExpireRegistrations } from './expire-registrations.js';
import {
  CustomerCollectedFieldsResolver,
  UserCollectedFieldsResolver,
} from './graphql/collected-field.resolver.js';
import { DecideRegistrationsResolver } from './graphql/decide-registrations.resolver.js';
import { GroupRoleAssignmentResolver } from './graphql/group-role-assignment.resolver.js';
import { InviteCodeResolver } from './graphql/invite-code.resolver.js';
import { LandingChoiceResolver } from './graphql/landing-choice.resolver.js';
import { NotificationRegistrationResolver } from './graphql/notification-registration.resolver.js';
import { createReferences } from './graphql/references.js';
import { RegistrantPermissionsResolver } from './graphql/registrant-permissions.resolver.js';
import { RegistrationDayResolver } from './graphql/registration-day.resolver.js';
import { RegistrationResolver } from './graphql/registration.resolver.js';
import { SelfRegistrationResolver } from './graphql/self-registration.resolver.js';
import { SelfRegistrationVersionResolver } from './graphql/self-registration-version.resolver.js';
import { SignUpPagePreviewResolver } from './graphql/sign-up-page-preview.resolver.js';
import { SignUpResolver } from './graphql/sign-up.resolver.js';
import { LegalTextResolver } from './graphql/legal-text.resolver.js';
import { createFindSelfRegistration } from './find-self-registration.js';
import { createFurtherUsesOfRole } from './further-uses-of-role.js';
import {
  DashboardPagesResolver,
  DomainPageResolver,
  LegalDocumentPagesResolver,
  RecipientPagesResolver,
  EntityGroupPagesResolver,
  RolePagesResolver,
} from './graphql/used-by.resolver.js';
import { createHostShowing, createHostsNaming } from './hosts-naming.js';
import { createInvitedEntry } from './invited-entry.js';
import { createFindPageText } from './legal-choice.js';
import { createManageInviteCodes } from './manage-invite-codes.js';
import { createManageRegistrations } from './manage-registrations.js';
import { createManageSelfRegistrations } from './manage-self-registrations.js';
import { createOpenAccount } from './open-account.js';
import { createOpenPages } from './open-pages.js';
import { activationProofRows } from './postgres/activation-proof-rows.js';
import { collectedFieldRows } from './postgres/collected-field-rows.js';
import { inviteCodeRows } from './postgres/invite-code-rows.js';
import { registrantGroupRows } from './postgres/registrant-group-rows.js';
import { registrationDayRows } from './postgres/registration-day-rows.js';
import { registrationRows } from './postgres/registration-rows.js';
import { selfRegistrationVersionRows } from './postgres/self-registration-version-rows.js';
import { selfRegistrationRows } from './postgres/self-registration-rows.js';
import { createOwnRegistrations } from './own-registrations.js';
import { createPageOf } from './page-of.js';
import { createPreviewRegistrant } from './preview-registrant.js';
import { createProveAddress } from './prove-address.js';
import { createRegistrantReadsDashboard } from './registrant-reads-dashboard.js';
import { createSiteOfCall } from './public-call.js';
import { createRegister } from './register.js';
import { createReadRegistrationDays } from './registration-days.js';
import { createResendActivation } from './resend-activation.js';
import { createToSignUpPage } from './sign-up-page.js';

export { createFindSelfRegistration, type FindSelfRegistration } from './find-self-registration.js';
export type { References } from './graphql/references.js';
export { SelfRegistrationType } from './graphql/self-registration.type.js';
export type { ManageSelfRegistrations } from './manage-self-registrations.js';
export type { OpenPage } from './open-pages.js';
export { assignmentsOf, enteredGroups } from './promised-assignments.js';
export type { DriftPosition, RegistrantGroup, RegistrantGroups } from './registrant-groups.js';
export type { SelfRegistration } from './self-registration.js';
export type { SelfRegistrationRepository } from './self-registration-repository.js';

interface Deps {
  readonly database: Database;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly log: Log;
  readonly seal: Seal;
  readonly limits: RateLimits<LimitName>;
  readonly hasher: PasswordHasher;
  readonly recordAudit: RecordAudit;
  readonly enqueue: Enqueue;
  readonly mail: Mail;
  readonly captcha: Captcha;
  readonly access: Access;
  readonly identity: Identity;
  readonly legal: Legal;
  readonly dashboards: Dashboards;
  readonly domains: DomainRepository;
  readonly findSite: FindSite;
  readonly baseAddressOf: BaseAddress;
  readonly createCustomer: CreateCustomer;
  readonly loadCustomer: LoadCustomer;
  readonly recipients: RecipientRepository;
  readonly notify: Notify;
  readonly pageLooks: PageLooksOf;
}

/** Sign-up pages, and what people make of them. */
export const createRegistration = (given: Deps) => {
  const { database, changes, seal, mail, captcha, access, identity, baseAddressOf } = given;
  const { transact } = database;
  const openPages = createOpenPages({
    transact,
    findSite: given.findSite,
    repository: selfRegistrationRows,
    legal: given.legal,
    onPagesChanged: (listener) => changes.on('pages', listener),
    onSitesChanged: (listener) => changes.on('sites', listener),
  });
  const siteOfCall = createSiteOfCall(given.findSite);
  const parts = {
    ...given,
    transact,
    openPages,
    siteOfCall,
    repository: selfRegistrationRows,
    pages: selfRegistrationRows,
    pageOf: createPageOf(selfRegistrationRows),
    versions: selfRegistrationVersionRows,
    registrations: registrationRows,
    inviteCodes: inviteCodeRows,
    proofs: activationProofRows,
    collectedFields: collectedFieldRows,
    codeKey: seal.deriveKey('activation codes'),
    queueMail: mail.queueMail,
    messagesOf: mail.messagesOf,
    mailBudget: createMailBudget(given.limits),
    roleAssignments: access.roleAssignments,
    customerGroupEntry: access.customerGroupEntry,
    registrantGroups: registrantGroupRows,
    startSession: identity.startSession,
    siteName: identity.siteName,
    tenantName: identity.tenantName,
    insertUser: identity.users.insert,
    isAddressInUse: async (tx: Tx, emailKey: string) =>
      (await identity.users.findByEmailKey(tx, emailKey)) !== null,
    startingRole: (tx: Tx) => access.roles.findDefaultId(tx, 'Customer Administrator'),
    allTenantIds: identity.directory.allIds,
  };

  const decisionMails = createDecisionMails(parts);
  const { stillWaiting } = decisionMails;
  mail.compose('activation', createActivationComposer({ ...parts, stillWaiting }));
  mail.compose('account-activated', createAccountActivatedComposer(parts));
  mail.compose('waiting-for-approval', decisionMails.waiting);
  mail.compose('approval', decisionMails.approval);
  mail.compose('rejection', decisionMails.rejection);

  const openAccount = createOpenAccount(parts);
  const proving = {
    proveAddress: createProveAddress(parts),
    confirmAddress: createConfirmAddress(parts),
  };
  const manageSelfRegistrations = createManageSelfRegistrations(parts);
  const findPageText = createFindPageText(parts);
  const toSignUpPage = createToSignUpPage(captcha, baseAddressOf);
  const references = createReferences({
    transact,
    findDomains: given.domains.findMany,
    findRoles: access.roles.findMany,
    findGroups: access.groups.findMany,
    findUsers: identity.users.findMany,
    findDocuments: given.legal.documents.findMany,
    messagesOf: mail.messagesOf,
    findRecipients: given.recipients.findMany,
    findRegistration: registrationRows.find,
  });
  return {
    pages: selfRegistrationRows,
    registrantGroups: registrantGroupRows,
    references,
    openPages,
    siteOfCall,
    ownRegistrations: createOwnRegistrations(parts),
    toSignUpPage,
    findPageText,
    manageSelfRegistrations,
    furtherUsesOfRole: createFurtherUsesOfRole(selfRegistrationRows, access.groups.findMany),
    hostsNaming: createHostsNaming(selfRegistrationRows),
    hostShowing: createHostShowing(selfRegistrationRows),
    expireRegistrations: createExpireRegistrations(parts),
    resolvers: [
      new SignUpResolver({
        openPages,
        siteOfCall,
        toSignUpPage,
        register: createRegister({ ...parts, invitedEntry: createInvitedEntry(parts) }),
        activate: createActivate({ ...parts, openAccount, ...proving }),
        disownRegistration: createDisownRegistration(parts),
        resendActivation: createResendActivation(parts),
        enter: identity.enter,
      }),
      new SelfRegistrationResolver(manageSelfRegistrations, references, baseAddressOf),
      new SelfRegistrationVersionResolver(manageSelfRegistrations),
      new SignUpPagePreviewResolver(manageSelfRegistrations.preview, toSignUpPage),
      new GroupRoleAssignmentResolver(references),
      new RegistrantPermissionsResolver(createPreviewRegistrant(parts)),
      new RegistrationResolver(createManageRegistrations(parts), references, given.loadCustomer),
      new InviteCodeResolver(
        createManageInviteCodes({
          ...parts,
          find: createFindSelfRegistration(selfRegistrationRows),
        }),
        given.clock,
      ),
      new DecideRegistrationsResolver(createDecideRegistrations({ ...parts, openAccount })),
      new RegistrationDayResolver(
        createReadRegistrationDays({ ...parts, days: registrationDayRows }),
      ),
      new LandingChoiceResolver(
        given.dashboards.manageDashboards,
        createRegistrantReadsDashboard(parts),
      ),
      new DashboardPagesResolver(transact, selfRegistrationRows),
      new DomainPageResolver(transact, selfRegistrationRows),
      new RolePagesResolver(transact, selfRegistrationRows),
      new EntityGroupPagesResolver(transact, selfRegistrationRows),
      new LegalDocumentPagesResolver(transact, selfRegistrationRows),
      new UserCollectedFieldsResolver(transact, collectedFieldRows),
      new CustomerCollectedFieldsResolver(transact, collectedFieldRows),
      new LegalTextResolver(siteOfCall, findPageText),
      new RecipientPagesResolver(transact, selfRegistrationRows),
      new NotificationRegistrationResolver(references),
    ],
  };
};

export type Registration = ReturnType<typeof createRegistration>;
