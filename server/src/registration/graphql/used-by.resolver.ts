import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holds, RoleType, viewerOf, type ViewerContext } from '../../access/index.js';
import { DomainType } from '../../domains/index.js';
import { NotificationType } from '../../notifications/index.js';
import { NotificationRecipientType } from '../../recipients/index.js';
import type { Transact } from '../../platform/transaction.js';
import { batched } from '../../platform/graphql/batched.js';
import type { SelfRegistrationRepository } from '../self-registration-repository.js';
import type { References } from './references.js';
import { RegistrationType } from './registration.type.js';
import { SelfRegistrationType } from './self-registration.type.js';

const mayReadPages = (context: ViewerContext): boolean =>
  holds(viewerOf(context).principal, 'SELF_REGISTRATION', 'READ');

/** Tells of domains, which stand below this slice, which page uses them. */
@Resolver(() => DomainType)
export class DomainPageResolver {
  private readonly pageOf;

  constructor(transact: Transact, pages: SelfRegistrationRepository) {
    this.pageOf = batched<ViewerContext, { page: SelfRegistrationType }>(
      'pages of domains',
      async (context, ids) => {
        const found = await transact(viewerOf(context).principal.tenantId, (tx) =>
          pages.findByDomains(tx, ids),
        );
        return found.map((page) => ({ id: page.domainId, page: page as SelfRegistrationType }));
      },
    );
  }

  @FieldResolver(() => SelfRegistrationType, {
    nullable: true,
    description: 'The page of this domain; null without one, and for who may not read pages.',
  })
  async selfRegistration(
    @Ctx() context: ViewerContext,
    @Root() { id }: DomainType,
  ): Promise<SelfRegistrationType | null> {
    if (!mayReadPages(context)) return null;
    return (await this.pageOf(context, id))?.page ?? null;
  }
}

/** The same for roles. */
@Resolver(() => RoleType)
export class RolePagesResolver {
  constructor(
    private readonly transact: Transact,
    private readonly pages: SelfRegistrationRepository,
  ) {}

  @FieldResolver(() => [SelfRegistrationType], {
    description: 'Pages that give this role to registrants; none for who may not read pages.',
  })
  async usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: RoleType,
  ): Promise<SelfRegistrationType[]> {
    if (!mayReadPages(context)) return [];
    const { tenantId } = viewerOf(context).principal;
    const found = await this.transact(tenantId, (tx) => this.pages.findByRole(tx, id));
    return found as SelfRegistrationType[];
  }
}

/** The same for recipients. */
@Resolver(() => NotificationRecipientType)
export class RecipientPagesResolver {
  constructor(
    private readonly transact: Transact,
    private readonly pages: SelfRegistrationRepository,
  ) {}

  @FieldResolver(() => [SelfRegistrationType], {
    description: 'Pages that tell this recipient; none for who may not read pages.',
  })
  async usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: NotificationRecipientType,
  ): Promise<SelfRegistrationType[]> {
    if (!mayReadPages(context)) return [];
    const { tenantId } = viewerOf(context).principal;
    const found = await this.transact(tenantId, (tx) => this.pages.findByRecipient(tx, id));
    return found as SelfRegistrationType[];
  }
}

/** Tells of notices which registration they are about. */
@Resolver(() => NotificationType)
export class NotificationRegistrationResolver {
  constructor(private readonly references: References) {}

  @FieldResolver(() => RegistrationType, {
    nullable: true,
    description: 'What it is about; null for summaries, and for who may not read registrations.',
  })
  async registration(
    @Ctx() context: ViewerContext,
    @Root() { registrationId }: NotificationType,
  ): Promise<RegistrationType | null> {
    if (!holds(viewerOf(context).principal, 'REGISTRATION', 'READ')) return null;
    return this.references.registration(context, registrationId);
  }
}
