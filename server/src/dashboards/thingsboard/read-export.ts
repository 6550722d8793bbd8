import { note, type FilePlan, type PlannedWidget } from '../import-plan.js';
import { isObject, lineOf, member, membersOf, textOf } from '../json-value.js';
import { mostWidgets } from '../parse-widgets.js';
import { readAliases } from './aliases.js';
import { leaveOut, planWidget } from './plan-widget.js';
import { plainTitle } from './plain-title.js';
import { TextBudget } from './text-budget.js';
import { ownPlace, placesOfRoot } from './widget-places.js';

/** Widgets by their id: an object in newer files, a list in older ones. */
const widgetsOf = (configuration: unknown): Map<string, unknown> | null => {
  const widgets = member(configuration, 'widgets');
  if (isObject(widgets)) return new Map(membersOf(widgets));
  if (!Array.isArray(widgets)) return null;
  return new Map(
    widgets.map((widget: unknown, index) => [textOf(member(widget, 'id')) ?? `${index}`, widget]),
  );
};

const elsewhere = 'It stands on another page of the dashboard: only the first page is imported.';
const tooMany = `A dashboard has at most ${mostWidgets} widgets.`;

const planWidgets = (configuration: unknown, widgets: Map<string, unknown>): PlannedWidget[] => {
  const aliases = readAliases(configuration);
  const places = placesOfRoot(configuration);
  const budget = new TextBudget();
  const shown = places ? [...places.keys()].filter((id) => widgets.has(id)) : [...widgets.keys()];
  const first = shown.slice(0, mostWidgets);
  const planned = first.map((id) => {
    const widget = widgets.get(id);
    const place = places?.get(id) ?? ownPlace(configuration, widget);
    return planWidget(widget, place, aliases, budget);
  });
  const surplus = shown.slice(mostWidgets).map((id) => leaveOut(widgets.get(id), tooMany));
  const onRoot = new Set(shown);
  const others = [...widgets].filter(([id]) => !onRoot.has(id));
  return [...planned, ...surplus, ...others.map(([, widget]) => leaveOut(widget, elsewhere))];
};

/** What an export of ThingsBoard says, of either generation; null for anything else. */
export const readExport = (json: unknown): FilePlan | null => {
  const configuration = member(json, 'configuration');
  const widgets = widgetsOf(configuration);
  if (!widgets) return null;
  const title = plainTitle(member(json, 'title')) ?? lineOf(member(json, 'name'));
  const unnamed = 'The file has no title: give the dashboard one.';
  return {
    title: title ?? 'Imported dashboard',
    description: lineOf(member(configuration, 'description'), 1_000),
    widgets: planWidgets(configuration, widgets),
    notes: title === null ? [note('SETTING_CHANGED', unnamed)] : [],
  };
};
