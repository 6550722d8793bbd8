import { parseAttribute } from './entity-table.js';
import type { FaultCollector } from './fault-collector.js';
import { parseFilter, type WidgetFilter, type WidgetFilterInput } from './widget-filter.js';

export type ChartKind = 'BARS' | 'DONUT' | 'LINE';
export type ChartSubject = 'ITEMS_BY_TYPE' | 'ITEMS_BY_ATTRIBUTE' | 'REGISTRATIONS_OVER_TIME';

export interface Chart {
  readonly kind: ChartKind;
  readonly subject: ChartSubject;
  /** Null for REGISTRATIONS_OVER_TIME. */
  readonly filter: WidgetFilter | null;
  /** Of ITEMS_BY_ATTRIBUTE only. */
  readonly attribute: string | null;
  /** Of REGISTRATIONS_OVER_TIME only. */
  readonly days: number | null;
}

export interface ChartInput {
  readonly kind: ChartKind;
  readonly subject: ChartSubject;
  readonly filter?: WidgetFilterInput | null;
  readonly attribute?: string | null;
  readonly days?: number | null;
}

const chartDays = { min: 7, max: 365, default: 30 } as const;

export const parseChart = (input: ChartInput, faults: FaultCollector): Chart => {
  const { kind, subject } = input;
  if (subject === 'REGISTRATIONS_OVER_TIME') {
    const days = faults.number('days', input.days ?? chartDays.default, chartDays);
    return { kind, subject, filter: null, attribute: null, days };
  }
  if (!input.filter) faults.add('filter', 'REQUIRED', 'Say what is counted: devices or assets.');
  return {
    kind,
    subject,
    filter: input.filter ? parseFilter(input.filter, faults.below('filter')) : null,
    attribute: subject === 'ITEMS_BY_ATTRIBUTE' ? parseAttribute(input.attribute, faults) : null,
    days: null,
  };
};
