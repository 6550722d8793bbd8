import { Field, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { InventoryUserError } from './inventory-user-error.type.js';
import { CreateItemInput, UpdateItemInput } from './item.input.js';
import { itemResolverOf } from './item-resolver.js';
import { ItemType } from './item.type.js';

@ObjectType('Device', { description: 'Something connected, such as a thermostat.' })
class DeviceType extends ItemType {}

@ObjectType({ description: 'The device, or what is wrong with the input.' })
class DevicePayload {
  @Field(() => DeviceType, { nullable: true })
  device?: DeviceType;

  @Field(() => [InventoryUserError])
  userErrors!: readonly InventoryUserError[];
}

@InputType({ description: 'A new device.' })
class CreateDeviceInput extends CreateItemInput {}

@InputType({ description: 'Changes of a device: what is absent stays, null clears.' })
class UpdateDeviceInput extends UpdateItemInput {}

export const DeviceResolver = itemResolverOf({
  resource: 'DEVICE',
  one: 'device',
  many: 'devices',
  type: DeviceType,
  connection: connectionOf('Device', () => DeviceType),
  payload: DevicePayload,
  createInput: CreateDeviceInput,
  updateInput: UpdateDeviceInput,
});
