import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import type { DriftedCustomer } from '../read-role-drift.js';

@ObjectType({ description: 'A role, with the group on which it counts when it is a group role.' })
export class RegistrantGrant {
  @Field(() => ID, { description: 'Also of a role that was deleted just now.' })
  roleId!: string;

  entityGroupId!: string | null;
}

@ObjectType('DriftedCustomer', {
  description: 'A customer whose registrants hold other roles than their page gives now.',
})
export class DriftedCustomerType implements Omit<DriftedCustomer, 'gained' | 'lost'> {
  customerId!: string;
  grantsHeld!: string;

  @Field(() => ID, { description: 'The user group that its registrants are in.' })
  userGroupId!: string;

  @Field(() => [RegistrantGrant], { description: 'What applying the roles of the page adds.' })
  gained!: readonly RegistrantGrant[];

  @Field(() => [RegistrantGrant], { description: 'What applying the roles takes away.' })
  lost!: readonly RegistrantGrant[];
}

export const DriftedCustomerConnection = connectionOf('DriftedCustomer', () => DriftedCustomerType);
