import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { MailFilter } from '../mail-repository.js';
import type { ManageMailMessages } from '../manage-mail-messages.js';
import { MailMessageConnection, MailMessageFilterInput } from './mail-message.input.js';
import { MailMessagePayload } from './mail-message.payload.js';
import { MailMessageType, toMailMessageType } from './mail-message.type.js';

const checkFilter = (filter: MailMessageFilterInput | null): MailFilter => ({
  ...filter,
  search: checkSearch('search', filter?.search),
});

@Resolver(() => MailMessageType)
export class MailMessageResolver {
  constructor(private readonly manage: ManageMailMessages) {}

  @Allow.permission('MAIL_MESSAGE', 'READ')
  @Query(() => MailMessageConnection, { description: 'The message log, newest first.' })
  async mailMessages(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => MailMessageFilterInput, { nullable: true })
    wanted: MailMessageFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<MailMessageType>> {
    const viewer = viewerOf(context);
    const filter = checkFilter(wanted);
    const size = checkPageSize('first', first);
    const page = await this.manage.list(viewer, filter, size, decodeIdCursor(after));
    return toIdConnection({ ...page, rows: page.rows.map(toMailMessageType) }, () =>
      this.manage.count(viewer, filter),
    );
  }

  @Allow.permission('MAIL_MESSAGE', 'READ')
  @Query(() => MailMessageType, { description: 'NOT_FOUND when it does not exist.' })
  async mailMessage(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<MailMessageType> {
    return toMailMessageType(await this.manage.find(viewerOf(context), id));
  }

  @Allow.permission('MAIL_MESSAGE', 'WRITE')
  @Mutation(() => MailMessagePayload, {
    description: 'Tries a waiting mail at once; of any other a copy is sent, with fresh links.',
  })
  async resendMailMessage(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<MailMessagePayload> {
    const outcome = await this.manage.resend(viewerOf(context), id);
    return outcome.ok
      ? { mailMessage: toMailMessageType(outcome.value), userErrors: [] }
      : { userErrors: outcome.failure };
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'MAIL_MESSAGE');
  }
}
