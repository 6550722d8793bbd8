import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { UpdateProfile } from '../update-profile.js';
import { UpdateProfileInput } from './password.input.js';
import { UserPayload } from './user.payload.js';

@Resolver()
export class ProfileResolver {
  constructor(private readonly update: UpdateProfile) {}

  @Allow.signedIn()
  @Mutation(() => UserPayload, { description: 'Changes the own name, phone number and language.' })
  async updateProfile(
    @Ctx() context: IdentityContext,
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
  ): Promise<UserPayload> {
    return toPayload('user', await this.update(signedInOf(context), input)) as UserPayload;
  }
}
