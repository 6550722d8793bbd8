import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { CustomerType } from '../../customers/index.js';
import { UserType } from '../../identity/index.js';
import { batched } from '../../platform/graphql/batched.js';
import type { Transact } from '../../platform/transaction.js';
import type { CollectedFieldRepository, Registrant } from '../collected-field-repository.js';
import { CollectedFieldType } from './collected-field.type.js';

const loaderOf = (transact: Transact, collected: CollectedFieldRepository, by: keyof Registrant) =>
  batched<ViewerContext, { fields: readonly CollectedFieldType[] }>(
    `collected fields by ${by}`,
    async (context, ids) => {
      const found = await transact(viewerOf(context).principal.tenantId, (tx) =>
        collected.find(tx, by, ids),
      );
      return [...found].map(([id, fields]) => ({ id, fields }));
    },
  );

/** Tells of users, who stand below this slice, what they entered when they signed up. */
@Resolver(() => UserType)
export class UserCollectedFieldsResolver {
  private readonly fieldsOf;

  constructor(transact: Transact, collected: CollectedFieldRepository) {
    this.fieldsOf = loaderOf(transact, collected, 'userId');
  }

  @FieldResolver(() => [CollectedFieldType], {
    description: 'Custom fields of the sign-up page, as they were then.',
  })
  async customFields(
    @Ctx() context: ViewerContext,
    @Root() { id }: UserType,
  ): Promise<readonly CollectedFieldType[]> {
    return (await this.fieldsOf(context, id))?.fields ?? [];
  }
}

/** The same for customers. */
@Resolver(() => CustomerType)
export class CustomerCollectedFieldsResolver {
  private readonly fieldsOf;

  constructor(transact: Transact, collected: CollectedFieldRepository) {
    this.fieldsOf = loaderOf(transact, collected, 'customerId');
  }

  @FieldResolver(() => [CollectedFieldType], {
    description: 'What the registrant entered in custom fields of the sign-up page.',
  })
  async customFields(
    @Ctx() context: ViewerContext,
    @Root() { id }: CustomerType,
  ): Promise<readonly CollectedFieldType[]> {
    return (await this.fieldsOf(context, id))?.fields ?? [];
  }
}
