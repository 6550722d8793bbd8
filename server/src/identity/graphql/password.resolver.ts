import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import type { InputFaults } from '../../platform/input-fault.js';
import type { Result } from '../../platform/result.js';
import type { ChangePassword } from '../change-password.js';
import type { FirstAdministrator } from '../first-administrator.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { PasswordErrorCode } from '../password-policy.js';
import type { RequestPasswordReset } from '../request-password-reset.js';
import type { SetPassword } from '../set-password.js';
import type { StartedSession } from '../start-session.js';
import {
  ChangePasswordInput,
  CreateFirstAdministratorInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './password.input.js';
import {
  ChangePasswordPayload,
  CreateFirstAdministratorPayload,
  RequestPasswordResetPayload,
  ResetPasswordPayload,
} from './password.payload.js';
import type { Enter } from './session.resolver.js';
import { toMe } from './to-me.js';

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly setPassword: SetPassword,
    private readonly change: ChangePassword,
    private readonly firstAdministrator: FirstAdministrator,
    private readonly enter: Enter,
  ) {}

  @Allow.public()
  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Mails a link, good for 60 minutes, if somebody who can sign in has the address.',
  })
  async requestPasswordReset(
    @Ctx() context: IdentityContext,
    @Arg('input', () => RequestPasswordResetInput) input: RequestPasswordResetInput,
  ): Promise<RequestPasswordResetPayload> {
    const outcome = await this.requestReset(context.site, context.http, input);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  @Allow.public()
  @Mutation(() => ResetPasswordPayload, {
    description: 'Sets a password by the link of a reset or an invitation, and signs in.',
  })
  async resetPassword(
    @Ctx() context: IdentityContext,
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
  ): Promise<ResetPasswordPayload> {
    return this.entered(context, await this.setPassword(context.site, context.http, input));
  }

  @Allow.public()
  @Mutation(() => CreateFirstAdministratorPayload, {
    description: 'Makes the first system administrator by the link that the first start prints.',
  })
  async createFirstAdministrator(
    @Ctx() context: IdentityContext,
    @Arg('input', () => CreateFirstAdministratorInput) input: CreateFirstAdministratorInput,
  ): Promise<CreateFirstAdministratorPayload> {
    const outcome = await this.firstAdministrator.create(context.site, context.http, input);
    return this.entered(context, outcome);
  }

  @Allow.signedIn()
  @Mutation(() => ChangePasswordPayload, {
    description: 'Asks for the old password. All other sessions of the person end.',
  })
  async changePassword(
    @Ctx() context: IdentityContext,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    const outcome = await this.change(signedInOf(context), input);
    return { changed: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  private async entered(
    context: IdentityContext,
    outcome: Result<StartedSession, InputFaults<PasswordErrorCode>>,
  ): Promise<ResetPasswordPayload> {
    if (!outcome.ok) return { userErrors: outcome.failure };
    return { me: toMe(await this.enter(context, outcome.value)), userErrors: [] };
  }
}
