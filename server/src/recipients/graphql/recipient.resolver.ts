import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { ManageRecipients } from '../manage-recipients.js';
import type { PreviewRecipient } from '../preview-recipient.js';
import {
  CreateNotificationRecipientInput,
  RecipientPreviewInput,
  UpdateNotificationRecipientInput,
} from './recipient.input.js';
import { NotificationRecipientPayload } from './recipient.payload.js';
import {
  NotificationRecipientList,
  NotificationRecipientType,
  RecipientPreview,
} from './recipient.type.js';

@Resolver(() => NotificationRecipientType)
export class RecipientResolver {
  constructor(
    private readonly manage: ManageRecipients,
    private readonly preview: PreviewRecipient,
  ) {}

  @Allow.permission('NOTIFICATION', 'READ')
  @Query(() => NotificationRecipientList, { description: "The tenant's recipients, by name." })
  notificationRecipients(
    @Ctx() context: ViewerContext,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<NotificationRecipientList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    const found = this.manage.list(viewerOf(context), checkSearch('search', search), page);
    return found as unknown as Promise<NotificationRecipientList>;
  }

  @Allow.permission('NOTIFICATION', 'READ')
  @Query(() => NotificationRecipientType, { description: 'NOT_FOUND when it does not exist.' })
  notificationRecipient(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<NotificationRecipientType> {
    return this.manage.find(viewerOf(context), id) as Promise<NotificationRecipientType>;
  }

  @Allow.permission('NOTIFICATION', 'READ')
  @Query(() => RecipientPreview, {
    description: 'Whom a recipient would stand for now, before it is saved.',
  })
  recipientPreview(
    @Ctx() context: ViewerContext,
    @Arg('input', () => RecipientPreviewInput, { description: 'What the form holds.' })
    input: RecipientPreviewInput,
  ): Promise<RecipientPreview> {
    return this.preview(viewerOf(context), input);
  }

  @Allow.permission('NOTIFICATION', 'CREATE')
  @Mutation(() => NotificationRecipientPayload, { description: 'Adds a recipient.' })
  async createNotificationRecipient(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateNotificationRecipientInput) input: CreateNotificationRecipientInput,
  ): Promise<NotificationRecipientPayload> {
    const outcome = await this.manage.create(viewerOf(context), input);
    return toPayload('notificationRecipient', outcome) as NotificationRecipientPayload;
  }

  @Allow.permission('NOTIFICATION', 'WRITE')
  @Mutation(() => NotificationRecipientPayload, {
    description: 'Saves a recipient. Notices that are on their way go where they went before.',
  })
  async updateNotificationRecipient(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateNotificationRecipientInput) input: UpdateNotificationRecipientInput,
  ): Promise<NotificationRecipientPayload> {
    const outcome = await this.manage.update(viewerOf(context), id, input);
    return toPayload('notificationRecipient', outcome) as NotificationRecipientPayload;
  }

  @Allow.permission('NOTIFICATION', 'DELETE')
  @Mutation(() => DeletePayload, { description: 'Removes a recipient that no page tells.' })
  async deleteNotificationRecipient(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manage.delete(viewerOf(context), id));
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'NOTIFICATION');
  }
}
