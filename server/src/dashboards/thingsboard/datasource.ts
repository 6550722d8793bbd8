import { note, type ImportNote } from '../import-plan.js';
import { listOf, member, textOf } from '../json-value.js';
import type { WidgetFilterInput } from '../widget-filter.js';
import type { ReadAlias } from './aliases.js';

/** What a widget of the file takes its data from. */
export interface ReadSource {
  readonly filter: WidgetFilterInput;
  readonly dataKeys: readonly unknown[];
  readonly notes: readonly ImportNote[];
}

const singleDevice = (id: string): ReadAlias => ({
  name: 'Device',
  filter: { entity: 'DEVICE', ids: [id] },
  notes: [],
});

const aliasOf = (
  source: unknown,
  aliases: ReadonlyMap<string, ReadAlias>,
): ReadAlias | undefined => {
  const deviceId = textOf(member(source, 'deviceId'));
  if (deviceId !== null) return singleDevice(deviceId);
  const id = member(source, 'entityAliasId') ?? member(source, 'deviceAliasId');
  return aliases.get(typeof id === 'number' ? String(id) : (textOf(id) ?? ''));
};

/** More than any table has: what is behind is not looked at. */
const mostKeys = 200;

/** The first source of a widget that means something here; null without one. */
export const readSource = (
  config: unknown,
  aliases: ReadonlyMap<string, ReadAlias>,
): ReadSource | null => {
  const sources = listOf(member(config, 'datasources'));
  for (const source of sources) {
    const alias = aliasOf(source, aliases);
    if (!alias?.filter) continue;
    const others = sources.length - 1;
    const notes = [...alias.notes];
    if (others > 0) {
      notes.push(note('SOURCE_DROPPED', `Shows the first of its ${others + 1} sources.`));
    }
    if (textOf(member(source, 'filterId'))) {
      const message = 'Values narrow what it shows, which does not exist here: shows all.';
      notes.push(note('FILTER_WIDENED', message, alias.name));
    }
    const dataKeys = listOf(member(source, 'dataKeys')).slice(0, mostKeys);
    return { filter: alias.filter, dataKeys, notes };
  }
  return null;
};
