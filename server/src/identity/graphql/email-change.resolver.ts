import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.js';
import type { ConfirmEmailChange } from '../confirm-email-change.js';
import { signedInOf, type IdentityContext } from '../identity-context.js';
import type { RequestEmailChange } from '../request-email-change.js';
import { ConfirmEmailChangeInput, RequestEmailChangeInput } from './email-change.input.js';
import { ConfirmEmailChangePayload, RequestEmailChangePayload } from './email-change.payload.js';

@Resolver()
export class EmailChangeResolver {
  constructor(
    private readonly request: RequestEmailChange,
    private readonly confirm: ConfirmEmailChange,
  ) {}

  @Allow.signedIn()
  @Mutation(() => RequestEmailChangePayload, {
    description:
      'Mails a link, good for 24 hours, to the new address. Nothing changes before it is used; any change of the password ends it.',
  })
  async requestEmailChange(
    @Ctx() context: IdentityContext,
    @Arg('input', () => RequestEmailChangeInput) input: RequestEmailChangeInput,
  ): Promise<RequestEmailChangePayload> {
    const { site, http } = context;
    const host = site.kind === 'unknown' ? '' : site.host;
    const outcome = await this.request(signedInOf(context), host, http, input);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  @Allow.public()
  @Mutation(() => ConfirmEmailChangePayload, {
    description: 'Moves the account to the address of the mailed link, and tells the old one.',
  })
  async confirmEmailChange(
    @Ctx() context: IdentityContext,
    @Arg('input', () => ConfirmEmailChangeInput) input: ConfirmEmailChangeInput,
  ): Promise<ConfirmEmailChangePayload> {
    const { site, http, person } = context;
    const outcome = await this.confirm(site, http, person, input);
    return outcome.ok ? { email: outcome.value, userErrors: [] } : { userErrors: outcome.failure };
  }
}
