import { attributeNameFault, type ItemSort } from '../../inventory/index.js';
import { mostColumns, pageSizes, type WidgetColumnInput } from '../entity-table.js';
import { note, type ImportNote } from '../import-plan.js';
import { flagOf, lineOf, member, numberOf } from '../json-value.js';
import type { WidgetParts } from '../widget.js';
import { readActions } from './actions.js';
import type { ReadSource } from './datasource.js';
import { plainTitle } from './plain-title.js';

interface ReadColumn {
  readonly column: WidgetColumnInput | null;
  readonly notes: readonly ImportNote[];
}

/** Fields of an entity, as columns and orders name them. */
const fixedFields = {
  name: 'NAME',
  entityName: 'NAME',
  label: 'LABEL',
  entityLabel: 'LABEL',
  type: 'TYPE',
  entityType: 'TYPE',
  createdTime: 'CREATED_AT',
} as const;

const fieldOf = (name: string) =>
  Object.hasOwn(fixedFields, name) ? fixedFields[name as keyof typeof fixedFields] : null;

const dropped = (name: string, why: string): ReadColumn => ({
  column: null,
  notes: [note('COLUMN_DROPPED', `The column “${name}” ${why}.`, name)],
});

/** Columns of a script are shown as the value itself. */
const scriptNotes = (key: unknown, name: string): ImportNote[] => {
  const hasScript =
    flagOf(member(key, 'usePostProcessing')) ||
    flagOf(member(key, 'settings', 'useCellContentFunction'));
  const message = `“${name}” is shown as it is: the script that reshapes it is not kept.`;
  return hasScript ? [note('SCRIPT_DROPPED', message, name)] : [];
};

const readKey = (key: unknown): ReadColumn => {
  const name = lineOf(member(key, 'name')) ?? '';
  const title = plainTitle(member(key, 'label'));
  const shown = title ?? name;
  if (member(key, 'settings', 'defaultColumnVisibility') === 'hidden') {
    return dropped(shown, 'is hidden at first, which does not exist here');
  }
  const notes = scriptNotes(key, shown);
  switch (member(key, 'type')) {
    case 'attribute':
      return attributeNameFault(name) === null
        ? { column: { source: 'ATTRIBUTE', attribute: name, title }, notes }
        : dropped(shown, 'has no name that an attribute could have');
    case 'entityField': {
      const source = fieldOf(name);
      return source
        ? { column: { source, title }, notes }
        : dropped(shown, 'is a field that does not exist here');
    }
    case 'timeseries':
      return dropped(shown, 'shows telemetry, which is not kept here');
    default:
      return dropped(shown, 'is of a kind that does not exist here');
  }
};

/** The columns that the settings switch on stand in front. */
const settingColumns = (settings: unknown): WidgetColumnInput[] => {
  const column = (
    source: WidgetColumnInput['source'],
    [flag, title, byDefault]: readonly [string, string, boolean],
  ): WidgetColumnInput[] =>
    (flagOf(member(settings, flag)) ?? byDefault)
      ? [{ source, title: plainTitle(member(settings, title)) }]
      : [];
  return [
    ...column('NAME', ['displayEntityName', 'entityNameColumnTitle', true]),
    ...column('LABEL', ['displayEntityLabel', 'entityLabelColumnTitle', false]),
    ...column('TYPE', ['displayEntityType', 'entityTypeColumnTitle', true]),
  ];
};

const readSort = (order: string): ItemSort | null => {
  const field = fieldOf(order.replace(/^[-+]/, ''));
  return field && { field, direction: order.startsWith('-') ? 'DESC' : 'ASC' };
};

const sameColumn = (one: WidgetColumnInput, other: WidgetColumnInput): boolean =>
  one.source === other.source && one.attribute === other.attribute;

const distinct = (columns: readonly WidgetColumnInput[]): WidgetColumnInput[] =>
  columns.filter(
    (column, index) => columns.findIndex((other) => sameColumn(column, other)) === index,
  );

/** A table of entities as a table of devices or assets. */
export const readEntitiesTable = (
  config: unknown,
  source: ReadSource,
): { parts: WidgetParts; notes: ImportNote[] } => {
  const settings = member(config, 'settings');
  const keys = source.dataKeys.map(readKey);
  const all = distinct([
    ...settingColumns(settings),
    ...keys.flatMap(({ column }) => column ?? []),
  ]);
  const columns = all.length > 0 ? all.slice(0, mostColumns) : [{ source: 'NAME' as const }];
  const notes = [...source.notes, ...keys.flatMap((key) => key.notes)];
  if (all.length > mostColumns) {
    const message = `Shows the first ${mostColumns} of its ${all.length} columns.`;
    notes.push(note('COLUMN_DROPPED', message));
  }
  const wantedSize = Math.round(numberOf(member(settings, 'defaultPageSize')) ?? pageSizes.default);
  const pageSize = Math.min(Math.max(wantedSize, pageSizes.min), pageSizes.max);
  if (pageSize !== wantedSize) {
    notes.push(note('SETTING_CHANGED', `A page has ${pageSize} rows instead of ${wantedSize}.`));
  }
  const order = lineOf(member(settings, 'defaultSortOrder'));
  const sort = readSort(order ?? 'entityName');
  if (!sort) {
    const message = `It starts in the order of names: “${order}” can not be sorted by.`;
    notes.push(note('SETTING_CHANGED', message, order));
  }
  const { actions, notes: actionNotes } = readActions(config);
  const search = flagOf(member(settings, 'enableSearch')) ?? true;
  return {
    parts: { table: { filter: source.filter, columns, pageSize, sort, search, actions } },
    notes: [...notes, ...actionNotes],
  };
};

/** The title that such a table has of its own. */
export const titleOfTable = (config: unknown): string | null =>
  plainTitle(member(config, 'settings', 'entitiesTitle'));
