import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { viewerOf } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { InputFaults } from '../../platform/input-fault.js';
import type { Result } from '../../platform/result.js';
import type { ChangeUser } from '../change-user.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { Invitations } from '../invitations.js';
import type { InviteUser } from '../invite-user.js';
import type { SignInAs } from '../sign-in-as.js';
import type { UserAccess } from '../user-access.js';
import type { UserErrorCode } from '../user-fault.js';
import type { User } from '../user.js';
import type { Enter } from './session.resolver.js';
import { toMe } from './to-me.js';
import { InviteUserInput, UpdateUserInput } from './user.input.js';
import { SignInAsPayload, UserLinkPayload, UserPayload } from './user.payload.js';

interface UseCases {
  readonly inviteUser: InviteUser;
  readonly invitations: Invitations;
  readonly userAccess: UserAccess;
  readonly changeUser: ChangeUser;
  readonly signInAs: SignInAs;
  readonly enter: Enter;
}

const toUserPayload = (outcome: Result<User, InputFaults<UserErrorCode>>): UserPayload =>
  toPayload('user', outcome) as UserPayload;

/** System administrators hold no roles, so who may do what is decided in the use cases. */
@Resolver()
export class UserActionResolver {
  constructor(private readonly useCases: UseCases) {}

  @Allow.signedIn()
  @Mutation(() => UserPayload, {
    description:
      'Invites somebody by mail. An address that the viewer can not see is answered like a new one.',
  })
  async inviteUser(
    @Ctx() context: IdentityContext,
    @Arg('input', () => InviteUserInput) input: InviteUserInput,
  ): Promise<UserPayload> {
    const { inviteUser } = this.useCases;
    return toUserPayload(await inviteUser(signedInOf(context), context.http, input));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Changes the name of a user.' })
  async updateUser(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateUserInput) input: UpdateUserInput,
  ): Promise<UserPayload> {
    return toUserPayload(await this.useCases.changeUser.update(viewerOf(context), id, input));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Mails a fresh link; earlier ones stay good.' })
  async resendInvitation(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    const { invitations } = this.useCases;
    return toUserPayload(await invitations.resend(viewerOf(context), context.http, id));
  }

  @Allow.signedIn()
  @Mutation(() => UserLinkPayload, {
    description:
      'A fresh invitation link to hand over by other means; needs all that the user has.',
  })
  async createInvitationLink(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserLinkPayload> {
    const made = await this.useCases.invitations.createLink(viewerOf(context), context.http, id);
    if (!made.ok) return { userErrors: made.failure };
    const { user, url, expiresAt } = made.value;
    return { user: user as UserLinkPayload['user'] & object, url, expiresAt, userErrors: [] };
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, {
    description: 'Ends sessions and links; nobody disables themselves.',
  })
  async disableUser(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    return toUserPayload(await this.useCases.userAccess.disable(viewerOf(context), id));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Lets a disabled user sign in again.' })
  async enableUser(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    return toUserPayload(await this.useCases.userAccess.enable(viewerOf(context), id));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, {
    description: 'Forgets wrong passwords, so that signing in is open.',
  })
  async unlockUser(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    return toUserPayload(await this.useCases.userAccess.unlock(viewerOf(context), id));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Mails a link, good for 60 minutes.' })
  async sendPasswordReset(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    const { userAccess } = this.useCases;
    return toUserPayload(await userAccess.sendPasswordReset(viewerOf(context), context.http, id));
  }

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Signs the user out everywhere.' })
  async endUserSessions(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<UserPayload> {
    return toUserPayload(await this.useCases.userAccess.endSessions(viewerOf(context), id));
  }

  @Allow.signedIn()
  @Mutation(() => SignInAsPayload, {
    description: 'Audited under both names; signing out leads back into the own session.',
  })
  async signInAs(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<SignInAsPayload> {
    const { signInAs, enter } = this.useCases;
    const outcome = await signInAs(context.site, context.http, signedInOf(context), id);
    if (!outcome.ok) return { userErrors: outcome.failure };
    return { me: toMe(await enter(context, outcome.value)), userErrors: [] };
  }

  @Allow.signedIn()
  @Mutation(() => DeletePayload, { description: 'Nobody deletes themselves.' })
  async deleteUser(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.useCases.changeUser.delete(viewerOf(context), id));
  }
}
