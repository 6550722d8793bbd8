import type { ItemResource } from '../inventory/index.js';
import { isId } from '../platform/ids.js';
import type { FaultCollector } from './fault-collector.js';

/** Which devices or assets a widget shows; always within what the viewer may see. */
export interface WidgetFilter {
  readonly entity: ItemResource;
  /** None: every type. */
  readonly types: readonly string[];
  readonly nameStartsWith: string | null;
  /** None: all. Those that the viewer may not see are not shown. */
  readonly ids: readonly string[];
  /** Whether it shows what the viewer chose in a table of the dashboard. */
  readonly followsSelection: boolean;
}

export interface WidgetFilterInput {
  readonly entity: ItemResource;
  readonly types?: readonly string[] | null;
  readonly nameStartsWith?: string | null;
  readonly ids?: readonly string[] | null;
  readonly followsSelection?: boolean | null;
}

export const mostTypes = 50;
export const mostIds = 100;
const longestText = 255;

export const parseFilter = (input: WidgetFilterInput, faults: FaultCollector): WidgetFilter => {
  const types = faults
    .list('types', input.types ?? [], mostTypes)
    .map((type, index) => faults.below('types').requiredText(String(index), type, longestText));
  const ids = faults.list('ids', input.ids ?? [], mostIds);
  for (const [index, id] of ids.entries()) {
    if (!isId(id)) faults.below('ids').add(String(index), 'NOT_FOUND', unknownId);
  }
  return {
    entity: input.entity,
    types: [...new Set(types)],
    nameStartsWith: faults.text('nameStartsWith', input.nameStartsWith, { max: longestText }),
    ids: [...new Set(ids)],
    followsSelection: input.followsSelection ?? false,
  };
};

export const unknownId = 'This does not exist, or you may not see it: take it off the list.';
