import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { Allow } from '../../platform/graphql/allow.js';
import {
  checkPageSize,
  decodeCursor,
  toConnection,
  type Connection,
} from '../../platform/graphql/connection.js';
import { DeletePayload } from '../../platform/graphql/delete-payload.type.js';
import { toPayload } from '../../platform/graphql/payload.js';
import { checkSearch } from '../../platform/graphql/search-text.js';
import { ok } from '../../platform/result.js';
import type { ManageCustomers } from '../manage-customers.js';
import { CreateCustomerInput, UpdateCustomerInput } from './customer.input.js';
import { CustomerPayload } from './customer.payload.js';
import {
  CustomerConnection,
  CustomerContentsType,
  CustomerType,
  toCustomerType,
} from './customer.type.js';
import { countryCodes } from '../postal-address.js';
import type { LoadCustomer } from './load-customer.js';

type Saved = Awaited<ReturnType<ManageCustomers['create']>>;

const toSaved = (saved: Saved): CustomerPayload =>
  toPayload('customer', saved.ok ? ok(toCustomerType(saved.value)) : saved);

const toPosition = (cursor: string) => {
  const [title = '', id = ''] = decodeCursor(cursor, 2);
  return { title, id };
};

@Resolver(() => CustomerType)
export class CustomerResolver {
  constructor(
    private readonly manageCustomers: ManageCustomers,
    private readonly loadCustomer: LoadCustomer,
  ) {}

  @Allow.signedIn()
  @Query(() => [String], {
    description: 'ISO 3166-1 codes that an address may have; names are in the language data.',
  })
  countryCodes(): readonly string[] {
    return countryCodes;
  }

  @Allow.permission('CUSTOMER', 'READ')
  @Query(() => CustomerConnection, {
    description: 'The customers that the viewer may read, by title.',
  })
  async customers(
    @Ctx() context: ViewerContext,
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of title or e-mail address.',
    })
    search: string | null,
    @Arg('parentId', () => ID, { nullable: true, description: 'Directly below this customer.' })
    parentId: string | null,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<CustomerType>> {
    const viewer = viewerOf(context);
    const filter = { search: checkSearch('search', search), parentId: parentId ?? null };
    const page = await this.manageCustomers.list(viewer, {
      filter,
      first: checkPageSize('first', first),
      after: after ? toPosition(after) : null,
    });
    return toConnection(
      { rows: page.rows.map(toCustomerType), hasNextPage: page.hasNextPage },
      ({ title, id }) => [title, id],
      () => this.manageCustomers.count(viewer, filter),
    );
  }

  @Allow.permission('CUSTOMER', 'READ')
  @Query(() => CustomerType, { description: 'NOT_FOUND when the viewer may not read it.' })
  async customer(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<CustomerType> {
    return toCustomerType(await this.manageCustomers.find(viewerOf(context), id));
  }

  @Allow.permission('CUSTOMER', 'DELETE')
  @Query(() => CustomerContentsType, {
    description: 'What deleting the customer would delete; for who may delete it.',
  })
  customerContents(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<CustomerContentsType> {
    return this.manageCustomers.contents(viewerOf(context), id);
  }

  @Allow.permission('CUSTOMER', 'CREATE')
  @Mutation(() => CustomerPayload, { description: 'Adds a customer without people.' })
  async createCustomer(
    @Ctx() context: ViewerContext,
    @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput,
  ): Promise<CustomerPayload> {
    return toSaved(await this.manageCustomers.create(viewerOf(context), input));
  }

  @Allow.permission('CUSTOMER', 'WRITE')
  @Mutation(() => CustomerPayload, { description: 'What is absent stays, null clears.' })
  async updateCustomer(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateCustomerInput) input: UpdateCustomerInput,
  ): Promise<CustomerPayload> {
    return toSaved(await this.manageCustomers.update(viewerOf(context), id, input));
  }

  @Allow.permission('CUSTOMER', 'DELETE')
  @Mutation(() => DeletePayload, {
    description: 'Deletes a customer with everything that it and its sub-customers own.',
  })
  async deleteCustomer(
    @Ctx() context: ViewerContext,
    @Arg('id', () => ID) id: string,
  ): Promise<DeletePayload> {
    return toPayload('deletedId', await this.manageCustomers.delete(viewerOf(context), id));
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Null when the tenant owns it, and when the viewer may not see the parent.',
  })
  parent(
    @Ctx() context: ViewerContext,
    @Root() customer: CustomerType,
  ): Promise<CustomerType | null> {
    return this.loadCustomer(context, customer.owner.customerId);
  }
}
