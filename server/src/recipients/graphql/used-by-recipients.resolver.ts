import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  EntityGroupType,
  holds,
  RoleType,
  viewerOf,
  type ViewerContext,
} from '../../access/index.js';
import { batched } from '../../platform/graphql/batched.js';
import type { Transact } from '../../platform/transaction.js';
import type { ReferenceField } from '../recipient.js';
import type { RecipientRepository } from '../recipient-repository.js';
import { NotificationRecipientType } from './recipient.type.js';

type Repository = Pick<RecipientRepository, 'findNaming'>;

/** Recipients that name something, for all such things of a request in one statement. */
const recipientsNaming = (transact: Transact, repository: Repository, field: ReferenceField) => {
  const load = batched<ViewerContext, { recipients: NotificationRecipientType[] }>(
    `recipients by ${field}`,
    async (context, ids) => {
      const { tenantId } = viewerOf(context).principal;
      const found = await transact(tenantId, (tx) => repository.findNaming(tx, field, ids));
      return ids.map((id) => ({
        id,
        recipients: found.filter((recipient) =>
          recipient[field].includes(id),
        ) as NotificationRecipientType[],
      }));
    },
  );
  return async (context: ViewerContext, id: string): Promise<NotificationRecipientType[]> => {
    if (!holds(viewerOf(context).principal, 'NOTIFICATION', 'READ')) return [];
    return (await load(context, id))?.recipients ?? [];
  };
};

/** Tells of roles, which stand below this slice, which recipients name them. */
@Resolver(() => RoleType)
export class RoleRecipientsResolver {
  private readonly recipientsOf;

  constructor(transact: Transact, repository: Repository) {
    this.recipientsOf = recipientsNaming(transact, repository, 'roleIds');
  }

  @FieldResolver(() => [NotificationRecipientType], {
    description:
      'Recipients that stand for whoever has this role; none for who may not read recipients.',
  })
  usedByRecipients(
    @Ctx() context: ViewerContext,
    @Root() { id }: RoleType,
  ): Promise<NotificationRecipientType[]> {
    return this.recipientsOf(context, id);
  }
}

/** The same for user groups. */
@Resolver(() => EntityGroupType)
export class GroupRecipientsResolver {
  private readonly recipientsOf;

  constructor(transact: Transact, repository: Repository) {
    this.recipientsOf = recipientsNaming(transact, repository, 'userGroupIds');
  }

  @FieldResolver(() => [NotificationRecipientType], {
    description:
      'Recipients that stand for the people of this group; none for who may not read recipients.',
  })
  usedByRecipients(
    @Ctx() context: ViewerContext,
    @Root() { id }: EntityGroupType,
  ): Promise<NotificationRecipientType[]> {
    return this.recipientsOf(context, id);
  }
}
