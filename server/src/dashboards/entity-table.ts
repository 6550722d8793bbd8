import { attributeNameFault, type ItemSort } from '../inventory/index.js';
import type { FaultCollector } from './fault-collector.js';
import { parseFilter, type WidgetFilter, type WidgetFilterInput } from './widget-filter.js';

export type WidgetColumnSource = 'NAME' | 'TYPE' | 'LABEL' | 'CREATED_AT' | 'ATTRIBUTE';
export type WidgetAction = 'ADD' | 'EDIT' | 'DELETE';

export interface WidgetColumn {
  readonly source: WidgetColumnSource;
  /** Of source ATTRIBUTE only. */
  readonly attribute: string | null;
  /** Null: the usual word for it. */
  readonly title: string | null;
}

/** A list of devices or assets; what one may not do is not offered. */
export interface EntityTable {
  readonly filter: WidgetFilter;
  readonly columns: readonly WidgetColumn[];
  readonly pageSize: number;
  readonly sort: ItemSort;
  readonly search: boolean;
  readonly actions: readonly WidgetAction[];
}

export interface WidgetColumnInput {
  readonly source: WidgetColumnSource;
  readonly attribute?: string | null;
  readonly title?: string | null;
}

export interface EntityTableInput {
  readonly filter: WidgetFilterInput;
  readonly columns: readonly WidgetColumnInput[];
  readonly pageSize?: number | null;
  readonly sort?: ItemSort | null;
  readonly search?: boolean | null;
  readonly actions?: readonly WidgetAction[] | null;
}

export const mostColumns = 20;
export const pageSizes = { min: 5, max: 100, default: 10 } as const;
const byName: ItemSort = { field: 'NAME', direction: 'ASC' };

/** The name of an attribute; a fault at `attribute` when it can not be one. */
export const parseAttribute = (
  typed: string | null | undefined,
  faults: FaultCollector,
): string | null => {
  const name = typed?.trim() ?? '';
  const fault = name === '' ? 'Fill this in.' : attributeNameFault(name);
  if (fault === null) return name;
  faults.add('attribute', name === '' ? 'REQUIRED' : 'INVALID_TEXT', fault);
  return null;
};

const parseColumn = (input: WidgetColumnInput, faults: FaultCollector): WidgetColumn => ({
  source: input.source,
  attribute: input.source === 'ATTRIBUTE' ? parseAttribute(input.attribute, faults) : null,
  title: faults.text('title', input.title, { max: 255 }),
});

export const parseTable = (input: EntityTableInput, faults: FaultCollector): EntityTable => {
  const columns = faults.list('columns', input.columns, mostColumns);
  if (input.columns.length === 0) {
    faults.add('columns', 'REQUIRED', 'Choose at least one column.');
  }
  return {
    filter: parseFilter(input.filter, faults.below('filter')),
    columns: columns.map((column, index) =>
      parseColumn(column, faults.below('columns').below(index)),
    ),
    pageSize: faults.number('pageSize', input.pageSize ?? pageSizes.default, pageSizes),
    sort: input.sort ? { field: input.sort.field, direction: input.sort.direction } : byName,
    search: input.search ?? true,
    actions: [...new Set(input.actions ?? [])],
  };
};
