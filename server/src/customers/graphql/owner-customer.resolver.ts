import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { OwnerType, type ViewerContext } from '../../access/index.js';
import { CustomerType } from './customer.type.js';
import type { LoadCustomer } from './load-customer.js';

/** Owners are named below this slice; the customer behind one is added here. */
@Resolver(() => OwnerType)
export class OwnerCustomerResolver {
  constructor(private readonly loadCustomer: LoadCustomer) {}

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Null for the tenant, and for a customer that the viewer may not see.',
  })
  customer(@Ctx() context: ViewerContext, @Root() owner: OwnerType): Promise<CustomerType | null> {
    return this.loadCustomer(context, owner.customerId);
  }
}
