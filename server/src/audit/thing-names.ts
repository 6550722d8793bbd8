import { isId } from '../platform/ids.js';
import type { Tx } from '../platform/transaction.js';

/** What an id in an entry stands for. */
export interface ThingName {
  readonly id: string;
  readonly name: string;
}

export interface ThingNames {
  /** Names as they are now, of what is still there in the tenant. */
  find(tx: Tx, ids: readonly string[]): Promise<ThingName[]>;
}

/** An entry that names more, such as of members put into a group, shows the rest as ids. */
const mostIds = 50;

const idsUnder = (key: string, value: unknown): string[] => {
  if (typeof value === 'string') return /Ids?$/.test(key) && isId(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => idsUnder(key, one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => idsUnder(inner, one));
};

/** The ids in the changed fields of an entry: what stands under `defaultDashboardId`, `groupIds`. */
export const idsIn = (...changes: readonly unknown[]): string[] =>
  [...new Set(changes.flatMap((fields) => idsUnder('', fields)))].slice(0, mostIds);
