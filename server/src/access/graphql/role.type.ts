import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Role } from '../role.js';
import type { RoleRights, RoleType as Kind } from '../role-rights.js';

export const RoleTypeEnum: { readonly [K in Kind]: K } = { GENERIC: 'GENERIC', GROUP: 'GROUP' };

registerEnumType(RoleTypeEnum, {
  name: 'RoleType',
  description: 'What the permissions of a role are about; fixed after creation.',
  valuesConfig: {
    GENERIC: { description: 'Operations on resources, within what the holder owns.' },
    GROUP: { description: 'Operations on one entity group and what it holds.' },
  },
});

@ObjectType('Role', { description: 'Permissions under a name, to grant to user groups.' })
export class RoleType implements Role {
  @Field(() => ID)
  id!: string;

  ownerCustomerId!: string | null;

  @Field(() => String, { description: 'Unique for its owner.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Comes with the tenant; can be copied, never changed.' })
  isDefault!: boolean;

  rights!: RoleRights;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;
}

@ObjectType({ description: 'A page of roles, by name.' })
export class RoleList {
  @Field(() => [RoleType])
  items!: readonly RoleType[];

  @Field(() => Int)
  totalCount!: number;
}
