import type { WidgetColumnSource } from '../../generated/graphql';
import type { EntityTable, WidgetColumn } from '../widget';
import type { WidgetRow } from './widget-items';

type Sort = EntityTable['sort'];

/** Attributes can't be sorted by: the API has no index over them. */
export function isSortable(source: WidgetColumnSource): source is Sort['field'] {
  return source !== 'ATTRIBUTE';
}

/** Pressing the column that is sorted by turns the order round. */
export function nextSort(sort: Sort, source: WidgetColumnSource): Sort {
  if (!isSortable(source)) return sort;
  const turned = sort.field === source && sort.direction === 'ASC';
  return { field: source, direction: turned ? 'DESC' : 'ASC' };
}

/** What an attribute holds; what has parts shows as JSON. */
export function attributeOf(
  row: WidgetRow,
  { attribute }: WidgetColumn,
): string | number | boolean | undefined {
  const value = attribute ? row.attributes?.[attribute] : undefined;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      return value ? JSON.stringify(value) : undefined;
  }
}
