import { ObjectType } from 'type-graphql';

@ObjectType('Owner', {
  description: 'Who owns an entity: the tenant (customer is null) or a customer.',
})
export class OwnerType {
  /** Not in the schema: what the field resolvers look up. */
  constructor(readonly customerId: string | null) {}
}
