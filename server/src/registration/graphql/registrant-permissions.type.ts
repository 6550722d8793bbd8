import { Field, ObjectType } from 'type-graphql';
import {
  EntityGroupType,
  OperationType,
  ResourcePermissionType,
  type Operation,
} from '../../access/index.js';
import { SelfRegistrationUserError } from './self-registration.payload.js';

@ObjectType({ description: 'What a registrant may do with a group of the tenant.' })
export class SharedGroupPermissions {
  @Field(() => EntityGroupType, { description: 'The group that the table names.' })
  entityGroup!: EntityGroupType;

  @Field(() => [OperationType], { description: 'With what the group holds.' })
  onMembers!: readonly Operation[];

  @Field(() => [OperationType], { description: 'With the group itself.' })
  onGroup!: readonly Operation[];
}

@ObjectType({
  description: 'Everything that a registrant of a table of roles may do. The rest is denied.',
})
export class RegistrantPermissions {
  @Field(() => [OperationType], { description: 'With the customer that is made for them.' })
  onOwnCustomer!: readonly Operation[];

  @Field(() => [ResourcePermissionType], {
    description:
      'With what this customer, or one below it, owns; ALL expanded, capped by the authority.',
  })
  onOwned!: readonly ResourcePermissionType[];

  @Field(() => [SharedGroupPermissions], { description: 'With what is shared with registrants.' })
  shared!: readonly SharedGroupPermissions[];

  @Field(() => [SelfRegistrationUserError], {
    description: 'What stands in the way of saving the table. Rows with unknown ids give nothing.',
  })
  problems!: readonly SelfRegistrationUserError[];
}
