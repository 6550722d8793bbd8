import type { DashboardWidgetInput, WidgetKind } from '../../generated/graphql';
import { GRID, type Place, type Widget, type WidgetFilter } from '../widget';
import { toFilterInput } from '../widget-filter';
import { DEFAULT_DAYS } from '../widgets/use-chart-data';

/** What can be added by hand; placeholders only come with an import. */
export const ADDABLE = [
  'ENTITY_TABLE',
  'ENTITY_COUNTER',
  'CHART',
  'TEXT',
] as const satisfies WidgetKind[];
export type AddableKind = (typeof ADDABLE)[number];

const FIRST_SIZE: Record<AddableKind, Pick<Place, 'width' | 'height'>> = {
  ENTITY_TABLE: { width: 24, height: 10 },
  ENTITY_COUNTER: { width: 6, height: 3 },
  CHART: { width: 12, height: 8 },
  TEXT: { width: 12, height: 4 },
};

/** The filter that a new widget starts with. */
export const everyDevice = (): WidgetFilter => ({
  ...{ entity: 'DEVICE', types: [], nameStartsWith: null, ids: [], followsSelection: false },
});

const FIRST_PART: Record<AddableKind, () => Partial<Widget>> = {
  ENTITY_TABLE: () => ({
    table: {
      filter: everyDevice(),
      columns: (['NAME', 'TYPE', 'CREATED_AT'] as const).map((source) => ({
        ...{ source, attribute: null, title: null },
      })),
      pageSize: 10,
      sort: { field: 'NAME', direction: 'ASC' },
      search: true,
      actions: ['ADD', 'EDIT', 'DELETE'],
    },
  }),
  ENTITY_COUNTER: () => ({ counter: { filter: everyDevice(), label: null } }),
  CHART: () => ({
    chart: {
      ...{ kind: 'BARS', subject: 'ITEMS_BY_TYPE', filter: everyDevice() },
      ...{ attribute: null, days: DEFAULT_DAYS },
    },
  }),
  TEXT: () => ({ text: { html: '' } }),
};

const NO_PARTS = { table: null, counter: null, text: null, chart: null, placeholder: null };

/** Below everything that is there. */
export function newWidget(kind: AddableKind, others: readonly Place[]): Widget {
  const row = Math.max(0, ...others.map((other) => other.row + other.height));
  return {
    ...NO_PARTS,
    ...FIRST_PART[kind](),
    ...FIRST_SIZE[kind],
    ...{ id: crypto.randomUUID(), kind, title: null, column: 0, row },
  };
}

/** Keeps a place inside the grid. */
export function toPossiblePlace({ column, row, width, height }: Place): Place {
  const between = (value: number, least: number, most: number) =>
    Math.min(Math.max(Math.trunc(value) || 0, least), most);
  const wide = between(width, 1, GRID.columns);
  return {
    column: between(column, 0, GRID.columns - wide),
    row: between(row, 0, GRID.rows - 1),
    width: wide,
    height: between(height, 1, GRID.maxHeight),
  };
}

const orNull = (text: string | null | undefined) => text?.trim() || null;

/** `isSaved` tells the widgets that the API knows from those that are new. */
export function toWidgetInput(
  widget: Widget,
  isSaved: (id: string) => boolean,
): DashboardWidgetInput {
  const { id, title, column, row, width, height, table, counter, text, chart, placeholder } =
    widget;
  return {
    ...(isSaved(id) ? { id } : {}),
    ...{ title: orNull(title), column, row, width, height },
    ...(table && {
      table: {
        filter: toFilterInput(table.filter),
        columns: table.columns.map(({ source, attribute, title: name }) => ({
          ...{ source, attribute: source === 'ATTRIBUTE' ? orNull(attribute) : null },
          title: orNull(name),
        })),
        ...{ pageSize: table.pageSize, search: table.search, actions: [...table.actions] },
        sort: { field: table.sort.field, direction: table.sort.direction },
      },
    }),
    ...(counter && {
      counter: { filter: toFilterInput(counter.filter), label: orNull(counter.label) },
    }),
    ...(text && { text: { html: text.html } }),
    ...(chart && { chart: toChartInput(chart) }),
    ...(placeholder && {
      placeholder: {
        originalType: placeholder.originalType,
        reason: placeholder.reason,
        cause: placeholder.cause ?? null,
      },
    }),
  };
}

/** What does not go with the subject is left out. */
function toChartInput(chart: NonNullable<Widget['chart']>): DashboardWidgetInput['chart'] {
  const { kind, subject, filter, attribute, days } = chart;
  if (subject === 'REGISTRATIONS_OVER_TIME') return { kind, subject, days };
  return {
    ...{ kind, subject, filter: filter && toFilterInput(filter) },
    attribute: subject === 'ITEMS_BY_ATTRIBUTE' ? orNull(attribute) : null,
  };
}
