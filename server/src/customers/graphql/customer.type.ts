import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OperationType, OwnerType, type Operation } from '../../access/index.js';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import type { CustomerContents, CustomerView } from '../customer.js';

@ObjectType('Customer', {
  description: 'The isolated scope of one registrant and the colleagues they invite.',
})
export class CustomerType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Need not be unique.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'For contact only: nobody signs in with it.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two capital letters.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  state!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  city!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  zip!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'As typed, at sign-up or since.' })
  address2!: string | null;

  @Field(() => OwnerType, { description: 'The parent, or the tenant.' })
  owner!: OwnerType;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  @Field(() => [OperationType], { description: 'What the viewer may do with it.' })
  viewerCan!: readonly Operation[];
}

export const toCustomerType = (customer: CustomerView): CustomerType => ({
  ...customer,
  owner: new OwnerType(customer.parentId),
});

export const CustomerConnection = connectionOf('Customer', () => CustomerType);

@ObjectType('CustomerContents', {
  description: 'What deleting a customer would delete, itself not counted; of sub-customers too.',
})
export class CustomerContentsType implements CustomerContents {
  @Field(() => Int, { description: 'People.' })
  users!: number;

  @Field(() => Int, { description: 'Devices.' })
  devices!: number;

  @Field(() => Int, { description: 'Assets.' })
  assets!: number;

  @Field(() => Int, { description: 'Dashboards.' })
  dashboards!: number;

  @Field(() => Int, { description: 'On every level below.' })
  subCustomers!: number;

  @Field(() => Int, { description: 'Roles.' })
  roles!: number;

  @Field(() => Int, { description: 'Entity groups.' })
  groups!: number;
}
