import { Field, InputType, registerEnumType } from 'type-graphql';
import { badUserInput } from '../../platform/failures.js';
import { decodeCursor } from '../../platform/graphql/connection.js';
import { SortDirectionType } from '../../platform/graphql/sort-direction.type.js';
import type { ItemPosition, ItemSort } from '../item-repository.js';

const InventorySortField: { readonly [F in ItemSort['field']]: F } = {
  NAME: 'NAME',
  CREATED_AT: 'CREATED_AT',
};

registerEnumType(InventorySortField, {
  name: 'InventorySortField',
  description: 'What devices and assets can be sorted by.',
  valuesConfig: {
    NAME: { description: 'By name, the default.' },
    CREATED_AT: { description: 'By when they were made.' },
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
  readonly createdAt: Date;
}

export const positionOf =
  ({ field }: ItemSort) =>
  ({ id, name, createdAt }: Sorted): readonly string[] => [
    field === 'NAME' ? name : createdAt.toISOString(),
    id,
  ];

/** @throws BAD_USER_INPUT for a cursor of another list or order */
export const toPosition = ({ field }: ItemSort, cursor: string): ItemPosition => {
  const [value = '', id = ''] = decodeCursor(cursor, 2);
  if (field === 'NAME') return { value, id };
  const createdAt = new Date(value);
  if (Number.isNaN(createdAt.getTime())) {
    throw badUserInput(
      '`after` is a cursor of another order: leave it out to start at the beginning.',
    );
  }
  return { value: createdAt, id };
};
