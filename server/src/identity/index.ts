import { loadPrincipal, type Access } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { BaseAddress, DomainRepository, FindSite, ManageDomains } from '../domains/index.js';
import { createMailBudget, type Mail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import { createAccountLockedComposer, createTellOfLock } from './account-locked-mail.js';
import { createAdministration } from './administration.js';
import { createAuthenticate } from './authenticate.js';
import { createChangePassword } from './change-password.js';
import { createConfirmEmailChange } from './confirm-email-change.js';
import type { ConsentState } from './current-session.js';
import { addressChangedComposer, createConfirmAddressComposer } from './email-change-mails.js';
import { createFindCurrentSession } from './find-current-session.js';
import { createFirstAdministrator } from './first-administrator.js';
import { EmailChangeResolver } from './graphql/email-change.resolver.js';
import { PasswordResolver } from './graphql/password.resolver.js';
import { ProfileResolver } from './graphql/profile.resolver.js';
import { createEnter, SessionResolver } from './graphql/session.resolver.js';
import { TenantFieldResolver } from './graphql/tenant-field.resolver.js';
import { TenantResolver } from './graphql/tenant.resolver.js';
import { UserActionResolver } from './graphql/user-action.resolver.js';
import { UserFieldResolver } from './graphql/user-field.resolver.js';
import { UserListResolver } from './graphql/user-list.resolver.js';
import { createUserLoaders } from './graphql/user-loaders.js';
import { createIsStillSignedIn } from './is-still-signed-in.js';
import { createMakePasswordLink } from './make-password-link.js';
import { createReadOwnAccount } from './own-account.js';
import { createOwnSessions } from './own-sessions.js';
import type { PasswordHasher } from './password-hasher.js';
import { createPasswordPolicy } from './password-policy.js';
import { createPasswordWasResetComposer } from './password-was-reset-mail.js';
import { emailChangeRows } from './postgres/email-change-rows.js';
import { passwordLinkRows } from './postgres/password-link-rows.js';
import { sessionRows } from './postgres/session-rows.js';
import { setupLinkRows } from './postgres/setup-link-rows.js';
import { createTenantDirectory, tenantRows } from './postgres/tenant-rows.js';
import {
  createFindTenantOfAdministrator,
  createUserDirectoryRows,
} from './postgres/user-directory-rows.js';
import { createFindAdministrator, userRows } from './postgres/user-rows.js';
import { createPurgeSessions } from './purge-sessions.js';
import { createRequestEmailChange } from './request-email-change.js';
import { createRequestPasswordReset, createResetMailComposer } from './request-password-reset.js';
import { createSetPassword } from './set-password.js';
import { createSessionMemory } from './session-memory.js';
import { createSignIn } from './sign-in.js';
import { createSignOut } from './sign-out.js';
import { createSiteName } from './site-name.js';
import { createStartSession } from './start-session.js';
import { createUpdateProfile } from './update-profile.js';

export type { ActOnUser } from './act-on-user.js';
export type { AuditUser } from './audit-user.js';
export { Me } from './graphql/me.type.js';
export { createPasswordHasher } from './argon2/password-hasher.js';
export { signedInOf, type IdentityContext } from './identity-context.js';
export type { PasswordHasher } from './password-hasher.js';
export { passwordFaults } from './password-policy.js';
export { sessionCookie, type StartedSession, type StartSession } from './start-session.js';
export { isPhoneNumber } from './phone-number.js';
export type { NewUser } from './user-repository.js';
export { parseEmailOnly, type EmailOnlyErrorCode } from './request-password-reset.js';
export { EmailOnlyUserError } from './graphql/password.payload.js';
export { UserType } from './graphql/user.type.js';
export type { Enter } from './graphql/session.resolver.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly limits: RateLimits<LimitName>;
  readonly hasher: PasswordHasher;
  readonly mail: Mail;
  readonly recordAudit: RecordAudit;
  readonly findSite: FindSite;
  readonly baseAddressOf: BaseAddress;
  /** The console's address as an origin. */
  readonly publicUrl: string;
  readonly access: Access;
  /** Whether a customer's user has legal texts to accept; the slice that knows is built later. */
  readonly consentStateOf: (tx: Tx, userId: string) => Promise<ConsentState>;
  readonly domains: {
    readonly manageDomains: ManageDomains;
    readonly repository: DomainRepository;
  };
}

export const createIdentity = (given: Deps) => {
  const { database, clock, mail, findSite, baseAddressOf, limits } = given;
  const { transact } = database;
  const { queueMail } = mail;
  const directory = createTenantDirectory(database);
  const parts = {
    ...given,
    transact,
    queueMail,
    directory,
    users: userRows,
    sessions: sessionRows,
    links: passwordLinkRows,
    emailChanges: emailChangeRows,
    setupLinks: setupLinkRows,
    tenants: tenantRows,
    loadPrincipal,
    findAdministrator: createFindAdministrator(database),
    startSession: createStartSession(sessionRows, clock),
    policy: createPasswordPolicy(transact, tenantRows),
    mailBudget: createMailBudget(limits),
    siteName: createSiteName(findSite),
    makePasswordLink: createMakePasswordLink(passwordLinkRows, clock),
    userDirectory: createUserDirectoryRows(limits),
    findTenantOfAdministrator: createFindTenantOfAdministrator(database),
    domainRepository: given.domains.repository,
    consoleHost: new URL(given.publicUrl).hostname,
  };
  const administration = createAdministration(parts);

  mail.compose('reset-password', createResetMailComposer(parts));
  mail.compose('invitation', administration.invitationMailComposer);
  mail.compose('password-was-reset', createPasswordWasResetComposer(baseAddressOf));
  mail.compose('confirm-address', createConfirmAddressComposer(parts));
  mail.compose('address-changed', addressChangedComposer);
  const lockSeconds = limits.figures.signInPerAccount.seconds;
  mail.compose('account-locked', createAccountLockedComposer({ ...parts, lockSeconds }));

  const sessionMemory = createSessionMemory(given.changes, clock);
  const authenticate = createAuthenticate({
    clock,
    sessionMemory,
    findCurrentSession: createFindCurrentSession(parts),
  });
  const firstAdministrator = createFirstAdministrator(parts);
  const enter = createEnter(authenticate);
  const ownSessions = createOwnSessions(parts);
  return {
    actOnUser: administration.actOnUser,
    auditUser: administration.auditUser,
    authenticate,
    /** What changes here shall count for the next call at once. */
    forgetSessions: sessionMemory.forgetAll,
    isStillSignedIn: createIsStillSignedIn(parts),
    enter,
    firstAdministrator,
    directory,
    readOwnAccount: createReadOwnAccount(ownSessions),
    isTenantActive: async (tx: Tx) => (await tenantRows.find(tx))?.state === 'ACTIVE',
    users: userRows,
    startSession: parts.startSession,
    purgeSessions: createPurgeSessions(parts),
    siteName: parts.siteName,
    tenantName: async (tx: Tx) => (await tenantRows.nameOf(tx)) ?? '',
    createTenantWithAdministrator: administration.createTenantWithAdministrator,
    resolvers: [
      new SessionResolver(
        createSignIn({ ...parts, tellOfLock: createTellOfLock(parts) }),
        createSignOut(parts),
        ownSessions,
        enter,
      ),
      new PasswordResolver(
        createRequestPasswordReset(parts),
        createSetPassword(parts),
        createChangePassword(parts),
        firstAdministrator,
        enter,
      ),
      new ProfileResolver(createUpdateProfile(parts)),
      new EmailChangeResolver(createRequestEmailChange(parts), createConfirmEmailChange(parts)),
      new UserListResolver(administration.listUsers),
      new UserActionResolver({ ...administration, enter }),
      new UserFieldResolver(createUserLoaders(administration.describeUsers)),
      new TenantResolver(administration.manageTenants),
      new TenantFieldResolver(administration.manageTenants, given.domains.manageDomains),
    ],
  };
};

export type Identity = ReturnType<typeof createIdentity>;
