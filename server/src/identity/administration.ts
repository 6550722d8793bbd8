import type { Access, Principal } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { BaseAddress, DomainRepository, FindSite } from '../domains/index.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { createActOnTenant } from './act-on-tenant.js';
import { createActOnUser } from './act-on-user.js';
import { createAddInvitedUser } from './add-invited-user.js';
import { createAuditUser } from './audit-user.js';
import { createChangeUser } from './change-user.js';
import { createTenantCreation } from './create-tenant.js';
import { createDescribeUsers } from './describe-users.js';
import { createInvitationMailComposer } from './invitation-mail.js';
import { createInvitations } from './invitations.js';
import { createInviteUser } from './invite-user.js';
import { createLinkHostOf } from './link-host.js';
import { createListUsers } from './list-users.js';
import type { MakePasswordLink } from './make-password-link.js';
import { createManageTenants } from './manage-tenants.js';
import { createOperationsOnUsers } from './operations-on-users.js';
import { createOutranks } from './outranks.js';
import type { PasswordHasher } from './password-hasher.js';
import type { PasswordLinkRepository } from './password-link.js';
import type { SessionRepository } from './session-repository.js';
import { createSignInAs } from './sign-in-as.js';
import type { SiteName } from './site-name.js';
import type { StartSession } from './start-session.js';
import type { TenantDirectory, TenantRepository } from './tenant-repository.js';
import { createUserAccess } from './user-access.js';
import type { FindTenantOfAdministrator, UserDirectory } from './user-directory.js';
import type { FindAdministrator, UserRepository } from './user-repository.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly access: Access;
  readonly recordAudit: RecordAudit;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly hasher: PasswordHasher;
  readonly users: UserRepository;
  readonly userDirectory: UserDirectory;
  readonly findAdministrator: FindAdministrator;
  readonly findTenantOfAdministrator: FindTenantOfAdministrator;
  readonly sessions: SessionRepository;
  readonly links: PasswordLinkRepository;
  readonly makePasswordLink: MakePasswordLink;
  readonly tenants: TenantRepository;
  readonly directory: TenantDirectory;
  readonly startSession: StartSession;
  readonly loadPrincipal: (tx: Tx, userId: string) => Promise<Principal | null>;
  readonly findSite: FindSite;
  readonly siteName: SiteName;
  readonly baseAddressOf: BaseAddress;
  readonly domainRepository: DomainRepository;
  readonly consoleHost: string;
}

/** What administrators do with users and tenants, put together from the ports. */
export const createAdministration = (given: Deps) => {
  const { ownership, roles, groups, members } = given.access;
  const found = {
    ...given,
    ...{ ownership, roles, groups, members },
    domains: given.domainRepository,
    operationsOnUsers: createOperationsOnUsers(ownership),
    auditUser: createAuditUser(given.recordAudit),
  };
  const parts = {
    ...found,
    actOnUser: createActOnUser(found),
    actOnTenant: createActOnTenant(found),
    addInvitedUser: createAddInvitedUser(found),
    linkHostOf: createLinkHostOf(found),
    outranks: createOutranks(found),
  };
  const creation = createTenantCreation(parts);
  return {
    actOnUser: parts.actOnUser,
    auditUser: parts.auditUser,
    describeUsers: createDescribeUsers(parts),
    listUsers: createListUsers(parts),
    inviteUser: createInviteUser(parts),
    invitations: createInvitations(parts),
    invitationMailComposer: createInvitationMailComposer(parts),
    userAccess: createUserAccess(parts),
    changeUser: createChangeUser(parts),
    signInAs: createSignInAs(parts),
    manageTenants: createManageTenants({ ...parts, creation }),
    createTenantWithAdministrator: creation.createWithAdministrator,
  };
};
