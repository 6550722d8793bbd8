import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Tenant, TenantState } from '../tenant-repository.js';

const TenantStateType: { readonly [S in TenantState]: S } = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
};
registerEnumType(TenantStateType, {
  name: 'TenantState',
  description: 'Whether people of a tenant can sign in and sign up.',
  valuesConfig: {
    ACTIVE: { description: 'They can.' },
    SUSPENDED: { description: 'Nobody can until it is resumed; the data stays.' },
  },
});

@ObjectType('Tenant', { description: 'An organisation that runs sign-up pages.' })
export class TenantType implements Tenant {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'At most 255 characters; unique on the platform.' })
  name!: string;

  @Field(() => TenantStateType, { description: 'Whether its people can sign in and up.' })
  state!: TenantState;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}
