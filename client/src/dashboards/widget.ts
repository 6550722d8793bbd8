import type { DashboardFieldsFragment, ItemKind, WidgetFieldsFragment } from '../generated/graphql';

export type Dashboard = DashboardFieldsFragment;
export type Widget = WidgetFieldsFragment;
export type EntityTable = NonNullable<Widget['table']>;
export type WidgetFilter = EntityTable['filter'];
export type WidgetColumn = EntityTable['columns'][number];
export type Chart = NonNullable<Widget['chart']>;

/** The grid of every dashboard; the API checks the same bounds. */
export const GRID = { columns: 24, rows: 10_000, maxHeight: 100 };
/** Height of one row in pixels, in the view and in the editor alike. */
export const ROW_HEIGHT = 40;

/** Where a widget stands. */
export type Place = Pick<Widget, 'column' | 'row' | 'width' | 'height'>;

/** In the order of reading: what stands above comes first, then what stands further left. */
export function inReadingOrder<T extends Place>(widgets: readonly T[]): T[] {
  return [...widgets].sort((one, other) => one.row - other.row || one.column - other.column);
}

export const ITEM_KINDS = ['DEVICE', 'ASSET'] as const satisfies ItemKind[];
