import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  EntityGroupType,
  OperationType,
  operationsOnTenant,
  viewerOf,
  type Operation,
  type ViewerContext,
} from '../../access/index.js';
import { DomainType, type BaseAddress } from '../../domains/index.js';
import { LegalDocumentType } from '../../legal/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import { checkOffset, checkPageSize } from '../../platform/graphql/connection.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { NotificationRecipientType } from '../../recipients/index.js';
import type { ManageSelfRegistrations } from '../manage-self-registrations.js';
import type { References } from './references.js';
import {
  CreateSelfRegistrationInput,
  DeleteSelfRegistrationInput,
  toSelfRegistrationInput,
  UpdateSelfRegistrationInput,
} from './self-registration.input.js';
import {
  DeleteSelfRegistrationPayload,
  SelfRegistrationPayload,
} from './self-registration.payload.js';
import { SelfRegistrationList, SelfRegistrationType } from './self-registration.type.js';

@Resolver(() => SelfRegistrationType)
export class SelfRegistrationResolver {
  constructor(
    private readonly manage: ManageSelfRegistrations,
    private readonly references: References,
    private readonly baseAddressOf: BaseAddress,
  ) {}

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => SelfRegistrationList, { description: "The tenant's sign-up pages, by host." })
  selfRegistrations(
    @Ctx() context: ViewerContext,
    @Arg('offset', () => Int, { defaultValue: 0 }) offset: number,
    @Arg('limit', () => Int, { defaultValue: 20, description: '1 to 100.' }) limit: number,
  ): Promise<SelfRegistrationList> {
    const page = { offset: checkOffset(offset), limit: checkPageSize('limit', limit) };
    return this.manage.list(viewerOf(context), page) as unknown as Promise<SelfRegistrationList>;
  }

  @Allow.permission('SELF_REGISTRATION', 'READ')
  @Query(() => SelfRegistrationType, { description: 'NOT_FOUND when it does not exist.' })
  selfRegistration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<SelfRegistrationType> {
    return this.manage.find(viewerOf(context), id) as unknown as Promise<SelfRegistrationType>;
  }

  @Allow.permission('SELF_REGISTRATION', 'CREATE')
  @Mutation(() => SelfRegistrationPayload, { description: 'Makes the sign-up page of a domain.' })
  async createSelfRegistration(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateSelfRegistrationInput) input: CreateSelfRegistrationInput,
  ): Promise<SelfRegistrationPayload> {
    const wanted = { ...toSelfRegistrationInput(input), domainId: input.domainId };
    const outcome = await this.manage.create(viewerOf(context), wanted);
    return toPayload('selfRegistration', outcome) as unknown as SelfRegistrationPayload;
  }

  @Allow.permission('SELF_REGISTRATION', 'WRITE')
  @Mutation(() => SelfRegistrationPayload, {
    description: 'Saves a sign-up page. Changed roles reach new registrations only.',
  })
  async updateSelfRegistration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateSelfRegistrationInput) input: UpdateSelfRegistrationInput,
  ): Promise<SelfRegistrationPayload> {
    const outcome = await this.manage.update(viewerOf(context), id, toSelfRegistrationInput(input));
    return toPayload('selfRegistration', outcome) as unknown as SelfRegistrationPayload;
  }

  @Allow.permission('SELF_REGISTRATION', 'DELETE')
  @Mutation(() => DeleteSelfRegistrationPayload, {
    description: 'Deletes a sign-up page. Customers and users that came of it stay.',
  })
  async deleteSelfRegistration(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => DeleteSelfRegistrationInput) input: DeleteSelfRegistrationInput,
  ): Promise<DeleteSelfRegistrationPayload> {
    return toPayload('deletedId', await this.manage.delete(viewerOf(context), id, input));
  }

  @FieldResolver(() => DomainType, { description: 'Where the page is.' })
  async domain(
    @Ctx() context: ViewerContext,
    @Root() { domainId }: SelfRegistrationType,
  ): Promise<DomainType> {
    const domain = await this.references.domain(context, domainId);
    if (!domain) throw new Error('A sign-up page without its domain.');
    return domain;
  }

  @FieldResolver(() => LegalDocumentType, {
    nullable: true,
    description: 'The chosen one, shown or not; `/legal/privacy` has it.',
  })
  privacyPolicy(
    @Ctx() context: ViewerContext,
    @Root() { privacyPolicyId }: SelfRegistrationType,
  ): Promise<LegalDocumentType | null> {
    return this.references.legalDocument(context, privacyPolicyId);
  }

  @FieldResolver(() => LegalDocumentType, {
    nullable: true,
    description: 'The chosen ones, shown or not; `/legal/terms` has them.',
  })
  termsOfUse(
    @Ctx() context: ViewerContext,
    @Root() { termsOfUseId }: SelfRegistrationType,
  ): Promise<LegalDocumentType | null> {
    return this.references.legalDocument(context, termsOfUseId);
  }

  @FieldResolver(() => EntityGroupType, {
    nullable: true,
    description: 'The group that new customers enter.',
  })
  targetCustomerGroup(
    @Ctx() context: ViewerContext,
    @Root() { targetCustomerGroupId }: SelfRegistrationType,
  ): Promise<EntityGroupType | null> {
    return this.references.entityGroup(context, targetCustomerGroupId);
  }

  @FieldResolver(() => NotificationRecipientType, {
    nullable: true,
    description:
      "Who is told of registrations; null: the tenant's administrators, unless `notifyNobody`.",
  })
  notificationRecipient(
    @Ctx() context: ViewerContext,
    @Root() { notificationRecipientId }: SelfRegistrationType,
  ): Promise<NotificationRecipientType | null> {
    return this.references.recipient(context, notificationRecipientId);
  }

  @FieldResolver(() => String, { description: 'Address of the sign-up page.' })
  url(@Root() { host }: SelfRegistrationType): string {
    return `${this.baseAddressOf(host)}/signup`;
  }

  @FieldResolver(() => Int, {
    description: 'Registrations that may still be activated, up to 10,000.',
  })
  pendingCount(
    @Ctx() context: ViewerContext,
    @Root() { id }: SelfRegistrationType,
  ): Promise<number> {
    return this.manage.countPending(viewerOf(context), id);
  }

  @FieldResolver(() => Int, { description: 'Submitted in the last 7 days, up to 10,000.' })
  registrationsThisWeek(
    @Ctx() context: ViewerContext,
    @Root() { id }: SelfRegistrationType,
  ): Promise<number> {
    return this.manage.countThisWeek(viewerOf(context), id);
  }

  @FieldResolver(() => [OperationType])
  viewerCan(@Ctx() context: ViewerContext): readonly Operation[] {
    return operationsOnTenant(viewerOf(context), 'SELF_REGISTRATION');
  }
}
