import { Field, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/page-info.type.js';
import { InventoryUserError } from './inventory-user-error.type.js';
import { CreateItemInput, UpdateItemInput } from './item.input.js';
import { itemResolverOf } from './item-resolver.js';
import { ItemType } from './item.type.js';

@ObjectType('Asset', { description: 'Something that is no device, such as a building.' })
class AssetType extends ItemType {}

@ObjectType({ description: 'The asset, or what is wrong with the input.' })
class AssetPayload {
  @Field(() => AssetType, { nullable: true })
  asset?: AssetType;

  @Field(() => [InventoryUserError])
  userErrors!: readonly InventoryUserError[];
}

@InputType({ description: 'A new asset.' })
class CreateAssetInput extends CreateItemInput {}

@InputType({ description: 'Changes of an asset: what is absent stays, null clears.' })
class UpdateAssetInput extends UpdateItemInput {}

export const AssetResolver = itemResolverOf({
  resource: 'ASSET',
  one: 'asset',
  many: 'assets',
  type: AssetType,
  connection: connectionOf('Asset', () => AssetType),
  payload: AssetPayload,
  createInput: CreateAssetInput,
  updateInput: UpdateAssetInput,
});
