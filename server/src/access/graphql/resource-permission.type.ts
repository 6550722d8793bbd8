import { Field, InputType, ObjectType } from 'type-graphql';
import type { PermissionEntry } from '../permission-entry.js';
import type { OperationOrAll, ResourceOrAll } from '../permission-matrix.js';
import { OperationType } from './operation.type.js';
import { ResourceType } from './resource.type.js';

@ObjectType('ResourcePermission', { description: 'Operations on one resource.' })
export class ResourcePermissionType implements PermissionEntry {
  @Field(() => ResourceType, { description: 'What they are about.' })
  resource!: ResourceOrAll;

  @Field(() => [OperationType], { description: 'Those that are held or given.' })
  operations!: readonly OperationOrAll[];
}

@InputType({ description: 'Operations on one resource.' })
export class ResourcePermissionInput implements PermissionEntry {
  @Field(() => ResourceType, { description: 'ALL stands for every resource within the authority.' })
  resource!: ResourceOrAll;

  @Field(() => [OperationType], { description: 'ALL stands for every operation of the resource.' })
  operations!: OperationOrAll[];
}
