import { Field, InputType, ObjectType } from 'type-graphql';
import type { PermissionEntry } from '../permission-entry.js';
import type { OperationOrAll, ResourceOrAll } from '../permission-matrix.js';
import { OperationType } from './operation.type.js';
import { ResourceType } from './resource.type.js';

@ObjectType('ResourcePermission', { description: 'Operations on one resource.' })
export class ResourcePermissionType implements PermissionEntry {
  @Field(() => ResourceType)
  resource!: ResourceOrAll;

  @Field(() => [OperationType])
  operations!: readonly OperationOrAll[];
}

@InputType({ description: 'Operations on one resource.' })
export class ResourcePermissionInput implements PermissionEntry {
  @Field(() => ResourceType)
  resource!: ResourceOrAll;

  @Field(() => [OperationType], { description: 'ALL stands for every operation of the resource.' })
  operations!: OperationOrAll[];
}
