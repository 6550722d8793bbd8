import { Field, ID, InputType } from 'type-graphql';
import { checkSearch } from '../../platform/graphql/search-text.js';
import type { ItemFilter } from '../item-repository.js';

@InputType({ description: 'Devices or assets that meet all of these.' })
export class InventoryFilter {
  @Field(() => String, { nullable: true, description: 'Part of name, label or type.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Exactly this type.' })
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owned by exactly this customer.' })
  ownerCustomerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Held by this group, if the viewer may read it.',
  })
  groupId?: string | null;
}

/** @throws BAD_USER_INPUT for what no name can hold */
export const toItemFilter = (input: InventoryFilter | null | undefined): ItemFilter => ({
  search: checkSearch('filter.search', input?.search),
  type: checkSearch('filter.type', input?.type),
  ownerCustomerId: input?.ownerCustomerId ?? null,
  groupId: input?.groupId ?? null,
});
