import { Field, ID, InputType } from 'type-graphql';
import { badUserInput } from '../../platform/failures.js';
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

  @Field(() => [String], {
    nullable: true,
    description: 'One of these types, at most 50; none: every type.',
  })
  types?: string[] | null;

  @Field(() => String, { nullable: true, description: 'How the name begins, in any case.' })
  nameStartsWith?: string | null;

  @Field(() => [ID], { nullable: true, description: 'One of these, at most 100; absent: all.' })
  ids?: string[] | null;
}

const mostTypes = 50;
const mostIds = 100;

const checkLength = <T>(argument: string, list: readonly T[], most: number): readonly T[] => {
  if (list.length > most) throw badUserInput(`\`${argument}\`: name at most ${most}.`);
  return list;
};

/** @throws BAD_USER_INPUT for what no name can hold */
export const toItemFilter = (input: InventoryFilter | null | undefined): ItemFilter => ({
  search: checkSearch('filter.search', input?.search),
  type: checkSearch('filter.type', input?.type),
  ownerCustomerId: input?.ownerCustomerId ?? null,
  groupId: input?.groupId ?? null,
  types: checkLength('filter.types', input?.types ?? [], mostTypes).map(
    (type) => checkSearch('filter.types', type) ?? '',
  ),
  nameStartsWith: checkSearch('filter.nameStartsWith', input?.nameStartsWith),
  ...(input?.ids && { ids: checkLength('filter.ids', input.ids, mostIds) }),
});
