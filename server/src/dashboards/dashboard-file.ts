import { fail, ok, type Result } from '../platform/result.js';
import type { DashboardContent } from './dashboard.js';
import type { FilePlan, PlannedWidget } from './import-plan.js';
import {
  choiceOf,
  flagOf,
  lineOf,
  listOf,
  member,
  numberOf,
  textOf,
  textsOf,
} from './json-value.js';
import type { FileFault } from './read-json-file.js';
import { placeholderCauses, type Widget, type WidgetInput, type WidgetParts } from './widget.js';
import type { WidgetFilterInput } from './widget-filter.js';

/** What tells our own files from others. */
const marker = 'gatehouse';
const fileKind = 'dashboard';
const fileVersion = 1;

const withoutId = ({ id: _id, kind: _kind, ...widget }: Widget): object => widget;

/** The text of a file that {@link readOwnFile} takes back. */
export const writeDashboardFile = (content: DashboardContent): string =>
  JSON.stringify(
    {
      [marker]: fileKind,
      version: fileVersion,
      title: content.title,
      description: content.description,
      widgets: content.widgets.map(withoutId),
    },
    null,
    2,
  );

/** A name for the file: letters and digits of the title. */
export const fileNameOf = (title: string): string => {
  const words = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${[...words].slice(0, 60).join('') || fileKind}.json`;
};

const columnSources = ['NAME', 'TYPE', 'LABEL', 'CREATED_AT', 'ATTRIBUTE'] as const;
const sortFields = ['NAME', 'CREATED_AT', 'TYPE', 'LABEL'] as const;
const actions = ['ADD', 'EDIT', 'DELETE'] as const;
const subjects = ['ITEMS_BY_TYPE', 'ITEMS_BY_ATTRIBUTE', 'REGISTRATIONS_OVER_TIME'] as const;

const present = <T>(items: readonly (T | null)[]): T[] =>
  items.filter((item): item is T => item !== null);

const readFilter = (json: unknown): WidgetFilterInput | null => {
  const entity = choiceOf(member(json, 'entity'), ['DEVICE', 'ASSET']);
  return (
    entity && {
      entity,
      types: textsOf(member(json, 'types')),
      nameStartsWith: textOf(member(json, 'nameStartsWith')),
      ids: textsOf(member(json, 'ids')),
      followsSelection: flagOf(member(json, 'followsSelection')),
    }
  );
};

const readTable = (json: unknown): WidgetParts['table'] => {
  const filter = readFilter(member(json, 'filter'));
  const columns = listOf(member(json, 'columns')).map((column) => {
    const source = choiceOf(member(column, 'source'), columnSources);
    const attribute = textOf(member(column, 'attribute'));
    return source && { source, attribute, title: textOf(member(column, 'title')) };
  });
  const field = choiceOf(member(json, 'sort', 'field'), sortFields);
  const direction = choiceOf(member(json, 'sort', 'direction'), ['ASC', 'DESC']);
  return (
    filter && {
      filter,
      columns: present(columns),
      pageSize: numberOf(member(json, 'pageSize')),
      sort: field && direction && { field, direction },
      search: flagOf(member(json, 'search')),
      actions: present(textsOf(member(json, 'actions')).map((name) => choiceOf(name, actions))),
    }
  );
};

const readChart = (json: unknown): WidgetParts['chart'] => {
  const kind = choiceOf(member(json, 'kind'), ['BARS', 'DONUT', 'LINE']);
  const subject = choiceOf(member(json, 'subject'), subjects);
  if (!kind || !subject) return null;
  const filter = readFilter(member(json, 'filter'));
  const attribute = textOf(member(json, 'attribute'));
  return { kind, subject, filter, attribute, days: numberOf(member(json, 'days')) };
};

const readParts = (json: unknown): WidgetParts => {
  const counted = readFilter(member(json, 'counter', 'filter'));
  const label = textOf(member(json, 'counter', 'label'));
  const html = textOf(member(json, 'text', 'html'));
  const originalType = textOf(member(json, 'placeholder', 'originalType'));
  const reason = textOf(member(json, 'placeholder', 'reason')) ?? '';
  const cause = choiceOf(member(json, 'placeholder', 'cause'), placeholderCauses);
  return {
    table: readTable(member(json, 'table')) ?? null,
    counter: counted && { filter: counted, label },
    text: html === null ? null : { html },
    chart: readChart(member(json, 'chart')) ?? null,
    placeholder: originalType === null ? null : { originalType, reason, cause },
  };
};

const partNames = ['table', 'counter', 'text', 'chart', 'placeholder'] as const;

const readWidget = (json: unknown): PlannedWidget => {
  const widget: WidgetInput = {
    title: textOf(member(json, 'title')),
    column: numberOf(member(json, 'column')) ?? -1,
    row: numberOf(member(json, 'row')) ?? -1,
    width: numberOf(member(json, 'width')) ?? 0,
    height: numberOf(member(json, 'height')) ?? 0,
    ...readParts(json),
  };
  const originalType = partNames.find((name) => widget[name] != null) ?? 'widget';
  return { title: lineOf(widget.title), originalType, widget, notes: [] };
};

/** What a file of ours says; null for a file that is not one of ours. */
export const readOwnFile = (json: unknown): Result<FilePlan, FileFault> | null => {
  if (member(json, marker) !== fileKind) return null;
  const version = numberOf(member(json, 'version'));
  if (version !== fileVersion || !Array.isArray(member(json, 'widgets'))) {
    const message =
      version !== null && version > fileVersion
        ? 'This file was made by a newer version: update first.'
        : 'This file is damaged: export the dashboard again.';
    return fail({ code: 'FILE_NOT_A_DASHBOARD', message });
  }
  return ok({
    title: textOf(member(json, 'title')) ?? '',
    description: textOf(member(json, 'description')),
    widgets: listOf(member(json, 'widgets')).map(readWidget),
    notes: [],
  });
};
