import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ConnectMailAccount } from '../connect-mail-account.js';
import type { ManageMailSettings } from '../manage-mail-settings.js';
import type { SendTestMail } from '../send-test-mail.js';
import {
  FinishMailConsentInput,
  SaveMailSettingsInput,
  SendTestMailInput,
} from './mail-settings.input.js';
import {
  BeginMailConsentPayload,
  MailServerPayload,
  SendTestMailPayload,
} from './mail-settings.payload.js';
import { MailOauth2Type, MailServerType, MailSettingsType } from './mail-settings.type.js';

@Resolver(() => MailServerType)
export class MailServerResolver {
  constructor(
    private readonly manage: ManageMailSettings,
    private readonly connect: ConnectMailAccount,
    private readonly sendTest: SendTestMail,
  ) {}

  @Allow.permission('MAIL_SETTINGS', 'READ')
  @Query(() => MailServerType, { description: 'Which mail server sends, and whether it works.' })
  mailServer(@Ctx() context: ViewerContext): Promise<MailServerType> {
    return this.manage.view(viewerOf(context));
  }

  @Allow.permission('MAIL_SETTINGS', 'WRITE')
  @Mutation(() => MailServerPayload, { description: 'Gives the tenant a mail server of its own.' })
  async saveMailSettings(
    @Ctx() context: ViewerContext,
    @Arg('input', () => SaveMailSettingsInput) input: SaveMailSettingsInput,
  ): Promise<MailServerPayload> {
    return toPayload('mailServer', await this.manage.save(viewerOf(context), input));
  }

  @Allow.permission('MAIL_SETTINGS', 'WRITE')
  @Mutation(() => MailServerPayload, {
    description: 'Forgets the settings and their secrets; the inherited mail server counts again.',
  })
  async resetMailSettings(@Ctx() context: ViewerContext): Promise<MailServerPayload> {
    return { mailServer: await this.manage.reset(viewerOf(context)), userErrors: [] };
  }

  @Allow.permission('MAIL_SETTINGS', 'WRITE')
  @Mutation(() => SendTestMailPayload, {
    description: 'Sends a mail at once and says what the mail server answered.',
  })
  async sendTestMail(
    @Ctx() context: ViewerContext,
    @Arg('input', () => SendTestMailInput) input: SendTestMailInput,
  ): Promise<SendTestMailPayload> {
    return toPayload('outcome', await this.sendTest(viewerOf(context), input));
  }

  @Allow.permission('MAIL_SETTINGS', 'WRITE')
  @Mutation(() => BeginMailConsentPayload, {
    description: 'Begins to ask the owner of the mail account; OAuth 2 with PKCE.',
  })
  async beginMailConsent(@Ctx() context: ViewerContext): Promise<BeginMailConsentPayload> {
    return toPayload('url', await this.connect.begin(viewerOf(context)));
  }

  @Allow.permission('MAIL_SETTINGS', 'WRITE')
  @Mutation(() => MailServerPayload, {
    description: 'Takes what the provider sent back; only from the person who began.',
  })
  async finishMailConsent(
    @Ctx() context: ViewerContext,
    @Arg('input', () => FinishMailConsentInput) input: FinishMailConsentInput,
  ): Promise<MailServerPayload> {
    const viewer = viewerOf(context);
    const outcome = await this.connect.finish(viewer, input);
    if (!outcome.ok) return { userErrors: outcome.failure };
    return { mailServer: await this.manage.view(viewer), userErrors: [] };
  }

  @FieldResolver(() => String, {
    description: 'Where providers send the person back to; to be registered with them.',
  })
  consentRedirectUrl(): string {
    return this.connect.redirectUrl;
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'MAIL_SETTINGS');
  }
}

@Resolver(() => MailSettingsType)
export class MailSettingsResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether a password is saved; the password itself is never shown.',
  })
  passwordSet(@Root() { sealedPassword }: MailSettingsType): boolean {
    return sealedPassword !== null;
  }
}

@Resolver(() => MailOauth2Type)
export class MailOauth2Resolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether a secret is saved; the secret itself is never shown.',
  })
  clientSecretSet(@Root() { sealedClientSecret }: MailOauth2Type): boolean {
    return sealedClientSecret !== null;
  }
}
