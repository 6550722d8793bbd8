import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { signedInOf, type IdentityContext } from '../../identity/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import type { OpenConsent } from '../consent.js';
import { labelOf } from '../legal-words.js';
import type { OwnConsents } from '../own-consents.js';
import {
  AcceptPayload,
  ConsentType,
  OpenConsentType,
  WithdrawConsentPayload,
} from './consent.type.js';
import { AcceptLegalVersionsInput } from './legal-document.input.js';

const toOpenConsent = ({ kind, version, requiredFrom }: OpenConsent): OpenConsentType => ({
  kind,
  versionId: version.id,
  number: version.number,
  requiredFrom,
  texts: version.texts.map(({ locale, html }) => ({ locale, html, label: labelOf(kind, locale) })),
});

/** What a person does with their own consents; open to them before anything else. */
@Resolver()
export class OwnConsentResolver {
  constructor(private readonly own: OwnConsents) {}

  @Allow.signedInBeforeConsent()
  @Query(() => [OpenConsentType], { description: 'What the viewer is asked to accept.' })
  async myOpenConsents(@Ctx() context: IdentityContext): Promise<OpenConsentType[]> {
    return (await this.own.open(signedInOf(context))).map(toOpenConsent);
  }

  @Allow.signedInBeforeConsent()
  @Query(() => [ConsentType], { description: 'What the viewer accepted, newest first.' })
  async myConsents(@Ctx() context: IdentityContext): Promise<ConsentType[]> {
    return [...(await this.own.list(signedInOf(context)))];
  }

  @Allow.signedInBeforeConsent()
  @Mutation(() => AcceptPayload, { description: 'Accepts some or all of `myOpenConsents`.' })
  async acceptLegalVersions(
    @Ctx() context: IdentityContext,
    @Arg('input', () => AcceptLegalVersionsInput) input: AcceptLegalVersionsInput,
  ): Promise<AcceptPayload> {
    const outcome = await this.own.accept(signedInOf(context), context.http, input.consents);
    return { accepted: outcome.ok, userErrors: outcome.ok ? [] : outcome.failure };
  }

  @Allow.signedInBeforeConsent()
  @Mutation(() => WithdrawConsentPayload, {
    description: 'Takes a consent back; its document is then asked again, before all else.',
  })
  async withdrawConsent(
    @Ctx() context: IdentityContext,
    @Arg('id', () => ID) id: string,
  ): Promise<WithdrawConsentPayload> {
    return { withdrawnId: await this.own.withdraw(signedInOf(context), id), userErrors: [] };
  }
}
