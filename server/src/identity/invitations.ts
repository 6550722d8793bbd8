import type { Viewer } from '../access/index.js';
import type { BaseAddress } from '../domains/index.js';
import type { MailBudget, QueueMail } from '../mail/index.js';
import { parseEmailAddress } from '../platform/email/email-address.js';
import type { HttpExchange } from '../platform/graphql/request-context.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { ActOnUser } from './act-on-user.js';
import { invitationVariables } from './add-invited-user.js';
import type { AuditUser } from './audit-user.js';
import { invitationUrl } from './invitation-mail.js';
import { noDomainAdvice, type LinkHostOf } from './link-host.js';
import type { MakePasswordLink } from './make-password-link.js';
import type { Outranks } from './outranks.js';
import { notAllowed, wrongState, type UserErrorCode } from './user-fault.js';
import type { User } from './user.js';

interface Deps {
  readonly actOnUser: ActOnUser;
  readonly outranks: Outranks;
  readonly linkHostOf: LinkHostOf;
  readonly makePasswordLink: MakePasswordLink;
  readonly baseAddressOf: BaseAddress;
  readonly mailBudget: MailBudget;
  readonly queueMail: QueueMail;
  readonly auditUser: AuditUser;
}

export interface InvitationLink {
  readonly user: User;
  /** Shown once; stored nowhere. */
  readonly url: string;
  readonly expiresAt: Date;
}

type Outcome<T> = Result<T, InputFaults<UserErrorCode>>;

const acceptedAdvice = 'Only an invitation that nobody accepted yet can be sent again.';

/** Takes one mail to a user from the recipient's budget. @throws RATE_LIMITED */
export const takeBudgetOf = async (
  mailBudget: MailBudget,
  user: User,
  { network }: HttpExchange,
): Promise<void> => {
  const address = parseEmailAddress(user.email);
  const limitKey = address.ok ? address.value.limitKey : user.email;
  await mailBudget.take({ tenantId: user.tenantId, limitKey, network });
};

/** What administrators do while somebody has yet to accept. */
export const createInvitations = (deps: Deps) => ({
  resend: (viewer: Viewer, http: HttpExchange, id: string): Promise<Outcome<User>> =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Outcome<User>> => {
      if (user.state !== 'INVITED') return wrongState(acceptedAdvice);
      const host = await deps.linkHostOf(tx, user, http.host);
      if (host === null) return notAllowed(noDomainAdvice);
      await takeBudgetOf(deps.mailBudget, user, http);
      await deps.queueMail(tx, {
        template: 'invitation',
        to: user.email,
        locale: user.locale,
        userId: user.id,
        variables: invitationVariables(host, viewer.actor),
      });
      await deps.auditUser(tx, viewer, 'invitation-resent', user);
      return ok(user);
    }),

  /** A link to hand over by other means than mail. Whoever has it becomes the user. */
  createLink: (viewer: Viewer, http: HttpExchange, id: string): Promise<Outcome<InvitationLink>> =>
    deps.actOnUser(viewer, id, 'WRITE', async (tx, user): Promise<Outcome<InvitationLink>> => {
      if (user.state !== 'INVITED') return wrongState(acceptedAdvice);
      if (!(await deps.outranks(tx, viewer, user))) {
        return notAllowed(
          'This user holds permissions that you do not: send the invitation by mail.',
        );
      }
      const host = await deps.linkHostOf(tx, user, http.host);
      if (host === null) return notAllowed(noDomainAdvice);
      const { secret, expiresAt } = await deps.makePasswordLink(tx, user.id, 'INVITATION');
      await deps.auditUser(tx, viewer, 'invitation-link-created', user);
      return ok({ user, url: invitationUrl(deps.baseAddressOf(host), secret), expiresAt });
    }),
});

export type Invitations = ReturnType<typeof createInvitations>;
