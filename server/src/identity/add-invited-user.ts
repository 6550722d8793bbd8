import type { Access, Authority } from '../access/index.js';
import type { Actor, RecordAudit } from '../audit/index.js';
import type { QueueMail } from '../mail/index.js';
import type { Clock } from '../platform/clock.js';
import type { EmailAddress } from '../platform/email/email-address.js';
import { newId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';
import type { UserRepository } from './user-repository.js';
import type { User } from './user.js';

interface Deps {
  readonly clock: Clock;
  readonly users: UserRepository;
  readonly members: Access['members'];
  readonly queueMail: QueueMail;
  readonly recordAudit: RecordAudit;
}

export interface Invitation {
  readonly authority: Authority;
  readonly customerId: string | null;
  readonly address: EmailAddress;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly groupIds: readonly string[];
  /** Where the link leads. */
  readonly host: string;
  readonly locale: string | null;
}

/** What the mail says beside the link. */
export const invitationVariables = (host: string, inviter: Actor): Record<string, string> => ({
  host,
  inviterName: inviter.name,
});

/**
 * Adds somebody who has yet to accept, and mails the link, in the caller's transaction. Asks for no
 * permission. @returns null when the same owner has a user of this address
 */
export type AddInvitedUser = (
  tx: Tx,
  inviter: Actor,
  invitation: Invitation,
) => Promise<User | null>;

export const createAddInvitedUser =
  ({ clock, users, members, queueMail, recordAudit }: Deps): AddInvitedUser =>
  async (tx, inviter, { address, groupIds, host, ...given }) => {
    const user: User = {
      ...given,
      id: newId(),
      tenantId: tx.tenantId,
      email: address.asTyped,
      phone: null,
      state: 'INVITED',
      lastSignInAt: null,
      createdAt: clock.now(),
    };
    const added = await users.insert(tx, { ...user, emailKey: address.key, passwordHash: null });
    if (!added) return null;
    for (const groupId of groupIds) await members.add(tx, groupId, 'USER', [user.id]);
    await queueMail(tx, {
      template: 'invitation',
      to: user.email,
      locale: user.locale,
      userId: user.id,
      variables: invitationVariables(host, inviter),
    });
    const { authority, customerId } = user;
    await recordAudit(tx, inviter, {
      action: 'user.invited',
      entityType: 'USER',
      entityId: user.id,
      entityName: user.email,
      after: { authority, customerId, groupIds },
    });
    return user;
  };
