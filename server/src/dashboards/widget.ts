import type { Chart, ChartInput } from './chart.js';
import type { EntityTable, EntityTableInput } from './entity-table.js';
import type { WidgetFilter, WidgetFilterInput } from './widget-filter.js';

/** Where a widget stands, in cells of a grid of 24 columns. */
export interface WidgetPlace {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

export interface EntityCounter {
  readonly filter: WidgetFilter;
  readonly label: string | null;
}

export interface TextContent {
  /** Sanitised. */
  readonly html: string;
}

export const placeholderCauses = ['TELEMETRY', 'ALARMS', 'COMMANDS', 'NO_SOURCE', 'KIND'] as const;
/** Why a widget is not shown, for screens in other languages. */
export type PlaceholderCause = (typeof placeholderCauses)[number];

/** What an imported file had here and what is not shown. */
export interface Placeholder {
  readonly originalType: string;
  /** In English. */
  readonly reason: string;
  /** Absent or null: only `reason` says. */
  readonly cause?: PlaceholderCause | null;
}

/** What a widget shows: one part, named after its kind. */
export type WidgetContent =
  | { readonly kind: 'ENTITY_TABLE'; readonly table: EntityTable }
  | { readonly kind: 'ENTITY_COUNTER'; readonly counter: EntityCounter }
  | { readonly kind: 'TEXT'; readonly text: TextContent }
  | { readonly kind: 'CHART'; readonly chart: Chart }
  | { readonly kind: 'PLACEHOLDER'; readonly placeholder: Placeholder };

export type WidgetKind = WidgetContent['kind'];

export type Widget = WidgetContent &
  WidgetPlace & {
    /** Unique within the dashboard; stays from save to save. */
    readonly id: string;
    readonly title: string | null;
  };

/** Exactly one of the parts is given; it says of what kind the widget is. */
export interface WidgetParts {
  readonly table?: EntityTableInput | null;
  readonly counter?: { readonly filter: WidgetFilterInput; readonly label?: string | null } | null;
  readonly text?: TextContent | null;
  readonly chart?: ChartInput | null;
  readonly placeholder?: Placeholder | null;
}

export interface WidgetInput extends WidgetPlace, WidgetParts {
  /** Absent: a new widget. */
  readonly id?: string | null;
  readonly title?: string | null;
}

export const gridColumns = 24;
export const placeRanges = {
  column: { min: 0, max: gridColumns - 1 },
  row: { min: 0, max: 9_999 },
  width: { min: 1, max: gridColumns },
  height: { min: 1, max: 100 },
} as const;

/** The widget with another filter; as it is where it shows no items. */
export const withFilter = (widget: Widget, filter: WidgetFilter): Widget => {
  switch (widget.kind) {
    case 'ENTITY_TABLE':
      return { ...widget, table: { ...widget.table, filter } };
    case 'ENTITY_COUNTER':
      return { ...widget, counter: { ...widget.counter, filter } };
    case 'CHART':
      return { ...widget, chart: { ...widget.chart, filter } };
    case 'TEXT':
    case 'PLACEHOLDER':
      return widget;
  }
};

/** The filter of a widget and where its input has it; null for widgets that show no items. */
export const filterOf = (widget: Widget): { path: string; filter: WidgetFilter } | null => {
  switch (widget.kind) {
    case 'ENTITY_TABLE':
      return { path: 'table.filter', filter: widget.table.filter };
    case 'ENTITY_COUNTER':
      return { path: 'counter.filter', filter: widget.counter.filter };
    case 'CHART':
      return widget.chart.filter && { path: 'chart.filter', filter: widget.chart.filter };
    case 'TEXT':
    case 'PLACEHOLDER':
      return null;
  }
};
