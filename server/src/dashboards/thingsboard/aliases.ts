import type { ItemResource } from '../../inventory/index.js';
import { note, type ImportNote } from '../import-plan.js';
import { choiceOf, lineOf, listOf, member, membersOf, textOf, textsOf } from '../json-value.js';
import { mostIds, mostTypes, type WidgetFilterInput } from '../widget-filter.js';

/** What an alias of the file means here. */
export interface ReadAlias {
  readonly name: string;
  /** Null: it is about something that does not exist here. */
  readonly filter: WidgetFilterInput | null;
  readonly notes: readonly ImportNote[];
}

const kinds = ['DEVICE', 'ASSET'] as const;
const kindOf = (value: unknown): ItemResource | null => choiceOf(value, kinds);

/** ThingsBoard's names may end in the wildcard `%`. */
const prefixOf = (value: unknown): string | null => lineOf(textOf(value)?.replace(/%+$/, ''));

/** One type under the old name, or a list under the new one. */
const typesOf = (filter: unknown, word: 'device' | 'asset'): string[] => {
  const one = textOf(member(filter, `${word}Type`));
  const several = textsOf(member(filter, `${word}Types`));
  const lines = (several.length > 0 || one === null ? several : [one]).map((type) => lineOf(type));
  return lines.filter((type) => type !== null).slice(0, mostTypes);
};

const idOf = (value: unknown): string[] => {
  const id = textOf(value) ?? textOf(member(value, 'id'));
  return id === null ? [] : [id];
};

const idsOf = (value: unknown): string[] => listOf(value).flatMap(idOf).slice(0, mostIds);

type ReadFilter = (filter: unknown) => WidgetFilterInput | null;

const withEntity = (
  entity: ItemResource | null,
  rest: Omit<WidgetFilterInput, 'entity'> = {},
): WidgetFilterInput | null => entity && { entity, ...rest };

const ofItems =
  (entity: ItemResource, word: 'device' | 'asset'): ReadFilter =>
  (filter) => ({
    entity,
    types: typesOf(filter, word),
    nameStartsWith: prefixOf(member(filter, `${word}NameFilter`)),
  });

/** The kinds of aliases that mean the same here. */
const sameMeaning: Readonly<Record<string, ReadFilter>> = {
  deviceType: ofItems('DEVICE', 'device'),
  assetType: ofItems('ASSET', 'asset'),
  entityType: (filter) => withEntity(kindOf(member(filter, 'entityType'))),
  entityName: (filter) =>
    withEntity(kindOf(member(filter, 'entityType')), {
      nameStartsWith: prefixOf(member(filter, 'entityNameFilter')),
    }),
  entityList: (filter) =>
    withEntity(kindOf(member(filter, 'entityType')), { ids: idsOf(member(filter, 'entityList')) }),
  singleEntity: (filter) =>
    withEntity(kindOf(member(filter, 'singleEntity', 'entityType')), {
      ids: idOf(member(filter, 'singleEntity')),
    }),
  stateEntity: (filter) => ({
    entity: kindOf(member(filter, 'defaultStateEntity', 'entityType')) ?? 'DEVICE',
    followsSelection: true,
  }),
};

/** Searches along relations and groups: what they are about is kept, what narrows it is not. */
const widened: ReadFilter = (filter) => {
  const named = [member(filter, 'entityType'), member(filter, 'groupType')].map(kindOf);
  const ofRelations = listOf(member(filter, 'filters')).flatMap((step) =>
    textsOf(member(step, 'entityTypes')).map(kindOf),
  );
  const type = textOf(member(filter, 'type'));
  if (type === 'deviceSearchQuery') return { entity: 'DEVICE', types: typesOf(filter, 'device') };
  if (type === 'assetSearchQuery') return { entity: 'ASSET', types: typesOf(filter, 'asset') };
  return withEntity([...named, ...ofRelations].find((kind) => kind !== null) ?? null);
};

/** As aliases were before they had kinds: a name to start with, or a list. */
const readFormer = (alias: unknown): WidgetFilterInput | null => {
  const filter = member(alias, 'entityFilter') ?? member(alias, 'deviceFilter');
  const entity = kindOf(member(alias, 'entityType') ?? 'DEVICE');
  if (filter === undefined) return withEntity(entity, { ids: idOf(member(alias, 'deviceId')) });
  if (member(filter, 'stateEntity') === true) return withEntity(entity, { followsSelection: true });
  const names = member(filter, 'entityNameFilter') ?? member(filter, 'deviceNameFilter');
  if (member(filter, 'useFilter') === true) {
    return withEntity(entity, { nameStartsWith: prefixOf(names) });
  }
  const list = member(filter, 'entityList') ?? member(filter, 'deviceList');
  return withEntity(entity, { ids: idsOf(list) });
};

const readAlias = (alias: unknown): ReadAlias => {
  const name = lineOf(member(alias, 'alias')) ?? 'Alias';
  const filter = member(alias, 'filter');
  if (filter === undefined) return { name, filter: readFormer(alias), notes: [] };
  const type = textOf(member(filter, 'type')) ?? '';
  const read = Object.hasOwn(sameMeaning, type) ? sameMeaning[type] : undefined;
  if (read) return { name, filter: read(filter), notes: [] };
  const kept = widened(filter);
  const message = `“${name}” searches in a way that does not exist here: shows all of its kind.`;
  return { name, filter: kept, notes: kept ? [note('FILTER_WIDENED', message, name)] : [] };
};

/** The aliases of a file by their id, in any of its generations. */
export const readAliases = (configuration: unknown): ReadonlyMap<string, ReadAlias> => {
  const aliases = member(configuration, 'entityAliases') ?? member(configuration, 'deviceAliases');
  return new Map(membersOf(aliases).map(([id, alias]) => [id, readAlias(alias)]));
};
