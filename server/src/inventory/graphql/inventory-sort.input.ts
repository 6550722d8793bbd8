import { Field, InputType, registerEnumType } from 'type-graphql';
import { badUserInput } from '../../platform/failures.js';
import { decodeCursor } from '../../platform/graphql/connection.js';
import { SortDirectionType } from '../../platform/graphql/sort-direction.type.js';
import type { ItemPosition, ItemSort } from '../item-repository.js';

export const InventorySortField: { readonly [F in ItemSort['field']]: F } = {
  NAME: 'NAME',
  CREATED_AT: 'CREATED_AT',
  TYPE: 'TYPE',
  LABEL: 'LABEL',
};

registerEnumType(InventorySortField, {
  name: 'InventorySortField',
  description: 'What devices and assets can be sorted by.',
  valuesConfig: {
    NAME: { description: 'By name, the default.' },
    CREATED_AT: { description: 'By when they were made.' },
    TYPE: { description: 'By type.' },
    LABEL: { description: 'By label; what has none counts as an empty one.' },
  },
});

@InputType({ description: 'The order of a list; a cursor is good for one order only.' })
export class InventorySort implements ItemSort {
  @Field(() => InventorySortField, { description: 'What to sort by; equal ones by id.' })
  field!: ItemSort['field'];

  @Field(() => SortDirectionType, { description: 'Which end comes first.' })
  direction!: ItemSort['direction'];
}

export const sortByName: ItemSort = { field: 'NAME', direction: 'ASC' };

interface Sorted {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly label: string | null;
  readonly createdAt: Date;
}

const valueOf: Record<ItemSort['field'], (item: Sorted) => string> = {
  NAME: ({ name }) => name,
  CREATED_AT: ({ createdAt }) => createdAt.toISOString(),
  TYPE: ({ type }) => type,
  LABEL: ({ label }) => label ?? '',
};

export const positionOf =
  ({ field }: ItemSort) =>
  (item: Sorted): readonly string[] => [valueOf[field](item), item.id];

/** @throws BAD_USER_INPUT for a cursor of another list or order */
export const toPosition = ({ field }: ItemSort, cursor: string): ItemPosition => {
  const [value = '', id = ''] = decodeCursor(cursor, 2);
  if (field !== 'CREATED_AT') return { value, id };
  const createdAt = new Date(value);
  if (Number.isNaN(createdAt.getTime())) {
    throw badUserInput(
      '`after` is a cursor of another order: leave it out to start at the beginning.',
    );
  }
  return { value: createdAt, id };
};
