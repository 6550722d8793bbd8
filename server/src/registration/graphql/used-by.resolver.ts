import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  EntityGroupType,
  holds,
  RoleType,
  viewerOf,
  type ViewerContext,
} from '../../access/index.js';
import { DashboardType } from '../../dashboards/index.js';
import { DomainType } from '../../domains/index.js';
import { LegalDocumentType } from '../../legal/index.js';
import { batched } from '../../platform/graphql/batched.js';
import type { Transact, Tx } from '../../platform/transaction.js';
import { NotificationRecipientType } from '../../recipients/index.js';
import type { SelfRegistration } from '../self-registration.js';
import type { SelfRegistrationRepository } from '../self-registration-repository.js';
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
        return found.map((page) => ({
          id: page.domainId,
          page: page as unknown as SelfRegistrationType,
        }));
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

const usedBy = async (
  context: ViewerContext,
  transact: Transact,
  find: (tx: Tx) => Promise<SelfRegistration[]>,
): Promise<SelfRegistrationType[]> => {
  if (!mayReadPages(context)) return [];
  const found = await transact(viewerOf(context).principal.tenantId, find);
  return found as unknown as SelfRegistrationType[];
};

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
  usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: RoleType,
  ): Promise<SelfRegistrationType[]> {
    return usedBy(context, this.transact, (tx) => this.pages.findByRole(tx, id));
  }
}

/** The same for entity groups. */
@Resolver(() => EntityGroupType)
export class EntityGroupPagesResolver {
  constructor(
    private readonly transact: Transact,
    private readonly pages: SelfRegistrationRepository,
  ) {}

  @FieldResolver(() => [SelfRegistrationType], {
    description: 'Pages that give a role on this group, or put the customers they make into it.',
  })
  usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: EntityGroupType,
  ): Promise<SelfRegistrationType[]> {
    return usedBy(context, this.transact, (tx) => this.pages.findByGroup(tx, id));
  }
}

/** The same for dashboards. */
@Resolver(() => DashboardType)
export class DashboardPagesResolver {
  constructor(
    private readonly transact: Transact,
    private readonly pages: SelfRegistrationRepository,
  ) {}

  @FieldResolver(() => [SelfRegistrationType], {
    description: 'Pages that open this dashboard; none for who may not read pages.',
  })
  usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: DashboardType,
  ): Promise<SelfRegistrationType[]> {
    return usedBy(context, this.transact, (tx) => this.pages.findByDashboard(tx, id));
  }
}

/** The same for legal documents. */
@Resolver(() => LegalDocumentType)
export class LegalDocumentPagesResolver {
  constructor(
    private readonly transact: Transact,
    private readonly pages: SelfRegistrationRepository,
  ) {}

  @FieldResolver(() => [SelfRegistrationType], {
    description: 'Pages that chose this document; none for who may not read pages.',
  })
  usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: LegalDocumentType,
  ): Promise<SelfRegistrationType[]> {
    return usedBy(context, this.transact, (tx) => this.pages.findByDocument(tx, id));
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
  usedBySelfRegistrations(
    @Ctx() context: ViewerContext,
    @Root() { id }: NotificationRecipientType,
  ): Promise<SelfRegistrationType[]> {
    return usedBy(context, this.transact, (tx) => this.pages.findByRecipient(tx, id));
  }
}
