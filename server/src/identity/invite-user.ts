import {
  grantAdvice,
  requireMay,
  type Access,
  type EntityGroup,
  type OwnerChain,
} from '../access/index.js';
import type { LimitName } from '../config/limits.js';
import type { MailBudget } from '../mail/index.js';
import { emailAddressMessages, parseEmailAddress } from '../platform/email/email-address.js';
import { rateLimited } from '../platform/failures.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { AddInvitedUser, Invitation } from './add-invited-user.js';
import type { SignedIn } from './authenticate.js';
import { createChooseUserGroups } from './choose-user-groups.js';
import { noDomainAdvice, type LinkHostOf } from './link-host.js';
import { parsePersonName } from './person-name.js';
import type { UserDirectory } from './user-directory.js';
import type { UserErrorCode } from './user-fault.js';
import type { User } from './user.js';

interface Deps {
  readonly transact: Transact;
  readonly access: Pick<Access, 'ownership' | 'groups' | 'grantGuard' | 'defaultAccess'>;
  readonly userDirectory: UserDirectory;
  readonly addInvitedUser: AddInvitedUser;
  readonly linkHostOf: LinkHostOf;
  readonly limits: RateLimits<LimitName>;
  readonly mailBudget: MailBudget;
}

export interface InviteUserInput {
  readonly email: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  /** Whose user; absent: the viewer's own customer, or an administrator of the tenant. */
  readonly customerId?: string | null;
  /** User groups of that owner; absent or empty: the default one. */
  readonly groupIds?: readonly string[] | null;
}

type Invited = Result<User, InputFaults<UserErrorCode>>;

const addressTaken = failWith(
  inputFault(
    'email',
    'EMAIL_UNAVAILABLE',
    'This address can not be invited here: use another one.',
  ),
);

/** Invites somebody into the tenant or a customer; nobody gives more than they have. */
export const createInviteUser = (deps: Deps) => {
  const { ownership, grantGuard } = deps.access;
  const chooseGroups = createChooseUserGroups(deps.access);

  /** Whoever joins gets what the groups hold; who holds something on the groups gets the user. */
  const excess = async (
    tx: Tx,
    viewer: SignedIn,
    user: User,
    ownerChain: OwnerChain,
    joined: readonly EntityGroup[],
  ): Promise<string | null> => {
    const groupIds = joined.map(({ id }) => id);
    const { authority } = user;
    const joining = await grantGuard.checkJoining(tx, viewer, groupIds, { authority, ownerChain });
    if (!joining.allowed) return grantAdvice(joining);
    const candidate = { id: user.id, ownerChain, groupIds: [], authority };
    for (const group of joined) {
      const entering = await grantGuard.checkEntering(tx, viewer, group, [candidate]);
      if (!entering.allowed) return grantAdvice(entering);
    }
    return null;
  };

  const inviteInto = async (
    tx: Tx,
    viewer: SignedIn,
    preferredHost: string,
    given: Pick<Invitation, 'address' | 'firstName' | 'lastName'>,
    input: InviteUserInput,
  ): Promise<Invited> => {
    const ownerChain = await ownership.chooseOwner(tx, viewer.principal, input.customerId);
    if (!ownerChain) {
      const advice = 'This customer does not exist, or you may not see it: choose another one.';
      return failWith(inputFault('customerId', 'NOT_FOUND', advice));
    }
    requireMay(viewer, 'READ', { resource: 'USER', ownerChain });
    requireMay(viewer, 'CREATE', { resource: 'USER', ownerChain });
    const customerId = ownerChain[0] ?? null;
    const authority = customerId === null ? 'TENANT_ADMIN' : 'CUSTOMER_USER';
    const host = await deps.linkHostOf(tx, { authority }, preferredHost);
    if (host === null) return failWith(inputFault('customerId', 'NOT_ALLOWED', noDomainAdvice));
    const joined = await chooseGroups(tx, viewer, ownerChain, input.groupIds ?? []);
    if (!joined.ok) return joined;
    if (await deps.userDirectory.knowsAddress(tx, viewer.principal, given.address.key)) {
      return addressTaken;
    }
    const user = await deps.addInvitedUser(tx, viewer.actor, {
      ...given,
      authority,
      customerId,
      host,
      groupIds: joined.value.map(({ id }) => id),
      locale: viewer.user.locale,
    });
    if (!user) return addressTaken;
    const advice = await excess(tx, viewer, user, ownerChain, joined.value);
    return advice ? failWith(inputFault('groupIds', 'GRANT_EXCEEDS_OWN', advice)) : ok(user);
  };

  /** System administrators invite each other; they belong to no customer and to no group. */
  const inviteSystemAdministrator = async (
    tx: Tx,
    viewer: SignedIn,
    given: Pick<Invitation, 'address' | 'firstName' | 'lastName'>,
    input: InviteUserInput,
  ): Promise<Invited> => {
    const faults = (['customerId', 'groupIds'] as const)
      .filter((field) => input[field] != null)
      .map((field) => inputFault(field, 'NOT_ALLOWED' as const, 'Leave this out here.'));
    if (faults.length > 0) return failWith(...faults);
    const authority = 'SYS_ADMIN' as const;
    const user = await deps.addInvitedUser(tx, viewer.actor, {
      ...given,
      authority,
      customerId: null,
      host: (await deps.linkHostOf(tx, { authority }, undefined)) ?? '',
      groupIds: [],
      locale: viewer.user.locale,
    });
    return user ? ok(user) : addressTaken;
  };

  return async (viewer: SignedIn, http: HttpExchange, input: InviteUserInput): Promise<Invited> => {
    const address = parseEmailAddress(input.email);
    const names = parsePersonName(input);
    if (!address.ok || names.faults.length > 0) {
      const messages = emailAddressMessages;
      return failWith(
        ...(address.ok ? [] : [inputFault('email', address.failure, messages[address.failure])]),
        ...names.faults,
      );
    }
    const { tenantId, userId, authority } = viewer.principal;
    const wait = await deps.limits.take([
      ['invitePerUser', userId],
      ['invitePerTenant', tenantId],
    ]);
    if (wait > 0) throw rateLimited(wait);
    await deps.mailBudget.take({
      tenantId,
      limitKey: address.value.limitKey,
      network: http.network,
    });
    const given = {
      address: address.value,
      firstName: names.given.firstName ?? null,
      lastName: names.given.lastName ?? null,
    };
    return deps.transact(tenantId, (tx) =>
      authority === 'SYS_ADMIN'
        ? inviteSystemAdministrator(tx, viewer, given, input)
        : inviteInto(tx, viewer, http.host, given, input),
    );
  };
};

export type InviteUser = ReturnType<typeof createInviteUser>;
