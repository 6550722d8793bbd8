import { Field, ID, InputType } from 'type-graphql';
import type { OperationOrAll } from '../permission-matrix.js';
import type { RoleType as Kind } from '../role-rights.js';
import { OperationType } from './operation.type.js';
import { ResourcePermissionInput } from './resource-permission.type.js';
import { RoleTypeEnum } from './role.type.js';

@InputType({ description: 'A new role: at least one permission.' })
export class CreateRoleInput {
  @Field(() => String, { description: 'Unique for its owner; at most 255 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  description?: string | null;

  @Field(() => RoleTypeEnum, { description: 'Fixed after creation.' })
  type!: Kind;

  @Field(() => [ResourcePermissionInput], { nullable: true, description: 'GENERIC only.' })
  permissions?: ResourcePermissionInput[] | null;

  @Field(() => [ResourcePermissionInput], {
    nullable: true,
    description: 'GENERIC only: taken off again inside this role, after ALL is expanded.',
  })
  excludedPermissions?: ResourcePermissionInput[] | null;

  @Field(() => [OperationType], { nullable: true, description: 'GROUP only.' })
  operations?: OperationOrAll[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "Who owns it; absent: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;
}

@InputType({ description: 'What changes of a role; what is absent stays.' })
export class UpdateRoleInput {
  @Field(() => String, {
    nullable: true,
    description: 'Unique for its owner; 1 to 255 characters.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'null clears it.' })
  description?: string | null;

  @Field(() => [ResourcePermissionInput], { nullable: true, description: 'Replaces all of them.' })
  permissions?: ResourcePermissionInput[] | null;

  @Field(() => [ResourcePermissionInput], { nullable: true, description: 'Replaces all of them.' })
  excludedPermissions?: ResourcePermissionInput[] | null;

  @Field(() => [OperationType], { nullable: true, description: 'Replaces all of them.' })
  operations?: OperationOrAll[] | null;
}

@InputType({ description: 'Which roles to list.' })
export class RoleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string | null;

  @Field(() => RoleTypeEnum, { nullable: true, description: 'Roles of this type.' })
  type?: Kind | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Owned by exactly this customer; null: by the tenant itself; absent: by whomever.',
  })
  ownerCustomerId?: string | null;
}
