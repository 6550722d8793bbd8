import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { CustomerType, type LoadCustomer } from '../../customers/index.js';
import { UserType } from '../../identity/index.js';
import { MailMessageType, toMailMessageType } from '../../mail/index.js';
import { badUserInput } from '../../platform/failures.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeIdCursor,
  toIdConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import { isId } from '../../platform/ids.js';
import type { ManageRegistrations } from '../manage-registrations.js';
import { timelineOf } from '../registration-timeline.js';
import type { References } from './references.js';
import { RegistrationFilterInput } from './registration.input.js';
import {
  RegistrationConnection,
  RegistrationEventType,
  RegistrationPayload,
  RegistrationType,
} from './registration.type.js';

const checkFilter = (filter: RegistrationFilterInput | null): RegistrationFilterInput => {
  const page = filter?.selfRegistrationId;
  if (page != null && !isId(page)) throw badUserInput('`selfRegistrationId` is not an id.');
  return { ...filter, search: checkSearch('search', filter?.search) };
};

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  constructor(
    private readonly manage: ManageRegistrations,
    private readonly references: References,
    private readonly loadCustomer: LoadCustomer,
  ) {}

  @Allow.permission('REGISTRATION', 'READ')
  @Query(() => RegistrationConnection, { description: 'Newest first.' })
  async registrations(
    @Ctx() context: ViewerContext,
    @Arg('filter', () => RegistrationFilterInput, { nullable: true })
    wanted: RegistrationFilterInput | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<RegistrationType>> {
    const viewer = viewerOf(context);
    const filter = checkFilter(wanted);
    const afterId = decodeIdCursor(after);
    const page = await this.manage.list(viewer, filter, checkPageSize('first', first), afterId);
    return toIdConnection(page, () =>
      this.manage.count(viewer, filter),
    ) as Connection<RegistrationType>;
  }

  @Allow.permission('REGISTRATION', 'READ')
  @Query(() => RegistrationType, { description: 'NOT_FOUND when it does not exist.' })
  registration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<RegistrationType> {
    return this.manage.find(viewerOf(context), id);
  }

  @Allow.permission('REGISTRATION', 'WRITE')
  @Mutation(() => RegistrationPayload, {
    description: 'Mails a fresh link and code; earlier ones stay good until their own end.',
  })
  async resendRegistration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<RegistrationPayload> {
    return toPayload('registration', await this.manage.resend(viewerOf(context), id));
  }

  @Allow.permission('REGISTRATION', 'DELETE')
  @Mutation(() => DeletePayload, {
    description: 'Removes the record; a customer and user that came of it stay.',
  })
  async deleteRegistration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return { deletedId: await this.manage.delete(viewerOf(context), id), userErrors: [] };
  }

  @FieldResolver(() => [MailMessageType], { description: 'Oldest first.' })
  async mails(
    @Ctx() context: ViewerContext,
    @Root() { id }: RegistrationType,
  ): Promise<MailMessageType[]> {
    const found = await this.references.mails(context, id);
    return (found?.mails ?? []).map(toMailMessageType);
  }

  @FieldResolver(() => [RegistrationEventType], { description: 'Oldest first.' })
  async timeline(
    @Ctx() context: ViewerContext,
    @Root() registration: RegistrationType,
  ): Promise<RegistrationEventType[]> {
    const found = await this.references.mails(context, registration.id);
    return timelineOf(registration, found?.mails ?? []);
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who came of it; null before activation.',
  })
  user(
    @Ctx() context: ViewerContext,
    @Root() { userId }: RegistrationType,
  ): Promise<UserType | null> {
    return this.references.user(context, userId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'What came of it; null before activation.',
  })
  customer(
    @Ctx() context: ViewerContext,
    @Root() { customerId }: RegistrationType,
  ): Promise<CustomerType | null> {
    return this.loadCustomer(context, customerId);
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'REGISTRATION');
  }
}
