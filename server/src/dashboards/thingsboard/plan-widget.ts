import type { ItemResource } from '../../inventory/index.js';
import { note, type ImportNote, type PlannedWidget } from '../import-plan.js';
import { lineOf, listOf, member, textOf } from '../json-value.js';
import type { PlaceholderCause, WidgetParts, WidgetPlace } from '../widget.js';
import type { ReadAlias } from './aliases.js';
import { readSource, type ReadSource } from './datasource.js';
import { readEntitiesTable, titleOfTable } from './entities-table.js';
import { plainTitle } from './plain-title.js';
import type { TextBudget } from './text-budget.js';
import { readTextCard } from './text-content.js';

type Aliases = ReadonlyMap<string, ReadAlias>;
type Content = { readonly parts: WidgetParts; readonly notes: readonly ImportNote[] };

/** Tables that also show something where the file names no source. */
const adminTables: Readonly<Record<string, ItemResource>> = {
  device_admin_table: 'DEVICE',
  device_admin_table2: 'DEVICE',
  asset_admin_table: 'ASSET',
  asset_admin_table2: 'ASSET',
};

const textCards: ReadonlySet<string> = new Set([
  ...['html_card', 'html_value_card', 'label_card', 'markdown_card'],
]);

/** Name of the type as the file has it, in the words of either generation. */
const originalTypeOf = (widget: unknown): string => {
  const full = lineOf(member(widget, 'typeFullFqn'));
  if (full) return full;
  const [bundle, alias] = [member(widget, 'bundleAlias'), member(widget, 'typeAlias')];
  return lineOf([bundle, alias].filter((part) => textOf(part)).join('.')) ?? 'unknown';
};

/** The last step of the name, for the types that come with ThingsBoard. */
const shortType = (widget: unknown): string => {
  const type = originalTypeOf(widget);
  return type.startsWith('tenant.') ? '' : (type.split('.').at(-1) ?? '');
};

const reasons: { readonly [Cause in PlaceholderCause]: string } = {
  TELEMETRY: 'It shows telemetry, which is not kept here.',
  ALARMS: 'It shows alarms, which do not exist here.',
  COMMANDS: 'It sends commands to devices, which does not exist here.',
  NO_SOURCE: 'It names no devices or assets that could be shown here.',
  KIND: 'This kind of widget does not exist here.',
};

const causes: Readonly<Record<string, PlaceholderCause>> = {
  timeseries: 'TELEMETRY',
  alarm: 'ALARMS',
  rpc: 'COMMANDS',
};

const causeOf = (widget: unknown): PlaceholderCause =>
  causes[textOf(member(widget, 'type')) ?? ''] ?? 'KIND';

const placeholder = (widget: unknown, cause: PlaceholderCause): Content => {
  const reason = reasons[cause];
  return {
    parts: { placeholder: { originalType: originalTypeOf(widget), reason, cause } },
    notes: [note('NOT_SHOWN', reason)],
  };
};

const isCounter = (type: string, config: unknown): boolean => {
  const sources = listOf(member(config, 'datasources'));
  const counts = sources.filter((source) => member(source, 'type') === 'entityCount');
  return type === 'entity_count' || (counts.length > 0 && counts.length === sources.length);
};

const readCounter = (config: unknown, source: ReadSource): Content => {
  const label =
    plainTitle(member(config, 'settings', 'label')) ??
    plainTitle(member(source.dataKeys[0], 'label'));
  return { parts: { counter: { filter: source.filter, label } }, notes: source.notes };
};

const readContent = (widget: unknown, aliases: Aliases, budget: TextBudget): Content => {
  const config = member(widget, 'config');
  const type = shortType(widget);
  const adminOf = Object.hasOwn(adminTables, type) ? adminTables[type] : undefined;
  if (type === 'entities_table' || adminOf) {
    const everything = adminOf && { filter: { entity: adminOf }, dataKeys: [], notes: [] };
    const source = readSource(config, aliases) ?? everything;
    return source ? readEntitiesTable(config, source) : placeholder(widget, 'NO_SOURCE');
  }
  if (isCounter(type, config)) {
    const source = readSource(config, aliases);
    return source ? readCounter(config, source) : placeholder(widget, 'NO_SOURCE');
  }
  const text = textCards.has(type) ? readTextCard(type, config, budget) : null;
  return text ?? placeholder(widget, causeOf(widget));
};

const titleOf = (widget: unknown): string | null => {
  const config = member(widget, 'config');
  const title = member(config, 'title') ?? member(widget, 'title');
  return titleOfTable(config) ?? plainTitle(title);
};

/** What becomes of a widget of the file that is seen when the dashboard opens. */
export const planWidget = (
  widget: unknown,
  place: WidgetPlace,
  aliases: Aliases,
  budget: TextBudget,
): PlannedWidget => {
  const { parts, notes } = readContent(widget, aliases, budget);
  const title = titleOf(widget);
  return {
    title,
    originalType: originalTypeOf(widget),
    widget: { title, ...place, ...parts },
    notes,
  };
};

/** A widget that is listed, and not imported. */
export const leaveOut = (widget: unknown, why: string): PlannedWidget => ({
  title: titleOf(widget),
  originalType: originalTypeOf(widget),
  widget: null,
  notes: [note('NOT_IMPORTED', why)],
});
