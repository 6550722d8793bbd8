import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ViewerContext } from '../../access/index.js';
import { UserType } from '../../identity/index.js';
import { CustomerType } from './customer.type.js';
import type { LoadCustomer } from './load-customer.js';

/** Users stand below this slice; the customer of one is added here. */
@Resolver(() => UserType)
export class UserCustomerResolver {
  constructor(private readonly loadCustomer: LoadCustomer) {}

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Of a CUSTOMER_USER; null for administrators.',
  })
  customer(@Ctx() context: ViewerContext, @Root() user: UserType): Promise<CustomerType | null> {
    return this.loadCustomer(context, user.customerId);
  }
}
