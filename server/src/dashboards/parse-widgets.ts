import { newId } from '../platform/ids.js';
import { sanitiseRichText } from '../platform/rich-text/sanitise-rich-text.js';
import { parseChart } from './chart.js';
import { parseTable } from './entity-table.js';
import type { FaultCollector } from './fault-collector.js';
import {
  gridColumns,
  placeRanges,
  type Widget,
  type WidgetContent,
  type WidgetInput,
  type WidgetParts,
  type WidgetPlace,
} from './widget.js';
import { parseFilter } from './widget-filter.js';

export const mostWidgets = 100;
/** Characters of a text with its markup, after what is not allowed was taken off. */
export const longestHtml = 20_000;
/** Before: what word processors put around a text is far longer than the text. */
export const longestRawHtml = 100_000;
/** Of all texts of a dashboard before: making them harmless takes its time. */
export const longestHtmlTogether = 300_000;
const idForm = /^[\w-]{1,36}$/;

type Part = keyof WidgetParts;
type PartParsers = {
  readonly [P in Part]-?: (
    input: NonNullable<WidgetParts[P]>,
    faults: FaultCollector,
  ) => WidgetContent;
};

const parsers: PartParsers = {
  table: (input, faults) => ({ kind: 'ENTITY_TABLE', table: parseTable(input, faults) }),
  counter: (input, faults) => ({
    kind: 'ENTITY_COUNTER',
    counter: {
      filter: parseFilter(input.filter, faults.below('filter')),
      label: faults.text('label', input.label, { max: 255 }),
    },
  }),
  text: (input, faults) => {
    const html = sanitiseRichText(faults.markup('html', input.html, longestRawHtml));
    return { kind: 'TEXT', text: { html: faults.markup('html', html, longestHtml) } };
  },
  chart: (input, faults) => ({ kind: 'CHART', chart: parseChart(input, faults) }),
  placeholder: (input, faults) => ({
    kind: 'PLACEHOLDER',
    placeholder: {
      originalType: faults.requiredText('originalType', input.originalType, 255),
      reason: faults.requiredText('reason', input.reason, 500),
      cause: input.cause ?? null,
    },
  }),
};

const parts = Object.keys(parsers) as readonly Part[];

const parseContent = (input: WidgetInput, faults: FaultCollector): WidgetContent | null => {
  const [part, ...others] = parts.filter((name) => input[name] != null);
  if (!part || others.length > 0) {
    faults.add(part ?? 'table', 'NOT_ONE_PART', `Give exactly one of ${parts.join(', ')}.`);
    return null;
  }
  const parse = parsers[part] as (given: unknown, faults: FaultCollector) => WidgetContent;
  return parse(input[part], faults.below(part));
};

const parsePlace = (input: WidgetPlace, faults: FaultCollector): WidgetPlace => {
  const place = {
    column: faults.number('column', input.column, placeRanges.column),
    row: faults.number('row', input.row, placeRanges.row),
    width: faults.number('width', input.width, placeRanges.width),
    height: faults.number('height', input.height, placeRanges.height),
  };
  if (place.column + place.width > gridColumns && place.width <= gridColumns) {
    const message = `Column and width together are at most ${gridColumns}.`;
    faults.add('width', 'OUT_OF_RANGE', message);
  }
  return place;
};

/** Widgets as they come from outside; with any fault the outcome is not to be stored. */
export const parseWidgets = (
  inputs: readonly WidgetInput[],
  faults: FaultCollector,
): readonly Widget[] => {
  const html = inputs.reduce((sum, { text }) => sum + (text?.html.length ?? 0), 0);
  if (html > longestHtmlTogether) {
    const most = longestHtmlTogether.toLocaleString('en');
    faults.add('widgets', 'TOO_LONG', `Use at most ${most} characters in all texts together.`);
    return [];
  }
  const seen = new Set<string>();
  return faults.list('widgets', inputs, mostWidgets).flatMap((input, index): Widget[] => {
    const own = faults.below('widgets').below(index);
    const id = input.id ?? newId();
    if (!idForm.test(id)) {
      own.add('id', 'INVALID_TEXT', 'Use 1 to 36 letters, digits, _ and -, or leave it out.');
    } else if (seen.has(id)) {
      own.add('id', 'DUPLICATE', 'Another widget has this id: leave it out for a new one.');
    }
    seen.add(id);
    const title = own.text('title', input.title, { max: 255 });
    const place = parsePlace(input, own);
    const content = parseContent(input, own);
    return content ? [{ ...content, ...place, id, title }] : [];
  });
};
