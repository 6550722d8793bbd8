import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { signedInOf, type IdentityContext } from '../../identity/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { DeleteAccount } from '../delete-account.js';
import type { ExportData } from '../export-data.js';
import { DeleteMyAccountInput, DeleteMyAccountPayload, MyDataType } from './account.type.js';

/** What is a person's own to take along and to end; open to them before any consent. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly exportData: ExportData,
    private readonly deleteAccount: DeleteAccount,
  ) {}

  @Allow.signedInBeforeConsent()
  @Query(() => MyDataType, {
    description:
      'The account, registrations, consents, sessions, and the devices, assets and dashboards of the own customer, at most 10,000 each. Customer users only.',
  })
  myData(@Ctx() context: IdentityContext): Promise<MyDataType> {
    return this.exportData(signedInOf(context));
  }

  @Allow.signedInBeforeConsent()
  @Mutation(() => DeleteMyAccountPayload, {
    description:
      "Deletes the viewer's account; the last person of a customer deletes it with all that it owns. Customer users only.",
  })
  async deleteMyAccount(
    @Ctx() context: IdentityContext,
    @Arg('input', () => DeleteMyAccountInput) { password }: DeleteMyAccountInput,
  ): Promise<DeleteMyAccountPayload> {
    const outcome = await this.deleteAccount(signedInOf(context), context.http, password);
    if (!outcome.ok) return { deleted: false, userErrors: outcome.failure };
    context.become(null);
    return { deleted: true, userErrors: [] };
  }
}
