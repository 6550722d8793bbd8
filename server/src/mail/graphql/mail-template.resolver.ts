import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { toPayload } from '../../platform/graphql/payload.js';
import type { ManageMailTemplates } from '../manage-mail-templates.js';
import {
  MailPreviewPayload,
  MailTemplatePayload,
  MailTemplateTextInput,
  MailTemplateType,
  ResetMailTemplateInput,
} from './mail-template.type.js';

@Resolver(() => MailTemplateType)
export class MailTemplateResolver {
  constructor(private readonly manage: ManageMailTemplates) {}

  @Allow.permission('MAIL_TEMPLATE', 'READ')
  @Query(() => [MailTemplateType], { description: 'The texts of all kinds of mails.' })
  mailTemplates(@Ctx() context: ViewerContext): Promise<MailTemplateType[]> {
    return this.manage.list(viewerOf(context));
  }

  @Allow.permission('MAIL_TEMPLATE', 'READ')
  @Query(() => MailTemplateType, { description: 'NOT_FOUND when there is no such kind of mail.' })
  mailTemplate(
    @Ctx() context: ViewerContext,
    @Arg('name', () => String, { description: 'E.g. activation.' }) name: string,
  ): Promise<MailTemplateType> {
    return this.manage.find(viewerOf(context), name);
  }

  @Allow.permission('MAIL_TEMPLATE', 'READ')
  @Query(() => MailPreviewPayload, {
    description: 'What a mail would look like, with made-up data. Nothing is saved or sent.',
  })
  async mailTemplatePreview(
    @Ctx() context: ViewerContext,
    @Arg('input', () => MailTemplateTextInput, { description: 'The text to try.' })
    input: MailTemplateTextInput,
  ): Promise<MailPreviewPayload> {
    return toPayload('preview', await this.manage.preview(viewerOf(context), input));
  }

  @Allow.permission('MAIL_TEMPLATE', 'WRITE')
  @Mutation(() => MailTemplatePayload, {
    description: 'Puts a text in place of the inherited one.',
  })
  async saveMailTemplate(
    @Ctx() context: ViewerContext,
    @Arg('input', () => MailTemplateTextInput) input: MailTemplateTextInput,
  ): Promise<MailTemplatePayload> {
    return toPayload('mailTemplate', await this.manage.save(viewerOf(context), input));
  }

  @Allow.permission('MAIL_TEMPLATE', 'WRITE')
  @Mutation(() => MailTemplatePayload, {
    description: 'Forgets a text of the own; the inherited one counts again.',
  })
  async resetMailTemplate(
    @Ctx() context: ViewerContext,
    @Arg('input', () => ResetMailTemplateInput) input: ResetMailTemplateInput,
  ): Promise<MailTemplatePayload> {
    return { mailTemplate: await this.manage.reset(viewerOf(context), input), userErrors: [] };
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'MAIL_TEMPLATE');
  }
}
