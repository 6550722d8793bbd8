import type { WidgetAction } from '../entity-table.js';
import { note, type ImportNote } from '../import-plan.js';
import { choiceOf, lineOf, listOf, member, membersOf, textOf } from '../json-value.js';

/** What buttons that add, edit and delete are written with: scripts, which are never run. */
const scripted = ['custom', 'customPretty'] as const;

const icons: Readonly<Record<WidgetAction, ReadonlySet<string>>> = {
  ADD: new Set([
    ...['add', 'add_box', 'add_circle', 'add_circle_outline', 'control_point', 'library_add'],
    ...['playlist_add', 'post_add', 'plus', 'plus-box', 'plus-circle'],
  ]),
  EDIT: new Set([
    ...['edit', 'edit_note', 'mode_edit', 'mode_edit_outline', 'create', 'border_color'],
    ...['drive_file_rename_outline', 'pencil', 'pencil-outline'],
  ]),
  DELETE: new Set([
    ...['delete', 'delete_forever', 'delete_outline', 'delete_sweep', 'remove_circle'],
    ...['remove_circle_outline', 'trash-can', 'trash-can-outline', 'delete-outline'],
  ]),
};

const verbs: Readonly<Record<WidgetAction, RegExp>> = {
  ADD: /^(add|create|new)\b/i,
  EDIT: /^(edit|change|modify|update)\b/i,
  DELETE: /^(delete|remove)\b/i,
};

/** With a name alone it has to be about the thing itself: «Edit location» is something else. */
const aboutItself = /^\w+(\s+(a|an|the|new|this))*(\s+(asset|device|entity|item|row|thing))?$/i;

const allActions = ['ADD', 'EDIT', 'DELETE'] as const;

/** Where each of them may stand. */
const places: Readonly<Record<string, readonly WidgetAction[]>> = {
  headerButton: ['ADD'],
  actionCellButton: ['EDIT', 'DELETE'],
};

/** More than any widget has: what is behind is not looked at. */
const mostActions = 100;

/** Type, icon and name together say what an action is; a name that says otherwise rules it out. */
const recognise = (place: string, action: unknown): WidgetAction | null => {
  if (!choiceOf(member(action, 'type'), scripted)) return null;
  const icon = (textOf(member(action, 'icon')) ?? '').replace(/^mdi:/, '');
  const name = lineOf(member(action, 'name')) ?? '';
  const byIcon = allActions.find((one) => icons[one].has(icon)) ?? null;
  const byName = allActions.find((one) => verbs[one].test(name)) ?? null;
  const agreed = byIcon && byName && byIcon !== byName ? null : (byIcon ?? byName);
  if (!agreed || (!byIcon && !aboutItself.test(name))) return null;
  return places[place]?.includes(agreed) ? agreed : null;
};

const describe = (recognised: WidgetAction | null, name: string): ImportNote =>
  recognised
    ? note('ACTION_REPLACED', `“${name}” becomes our own action; its script is not kept.`, name)
    : note('ACTION_DROPPED', `“${name}” does something that does not exist here.`, name);

/** The actions of a widget that exist here; scripts of the file are neither run nor kept. */
export const readActions = (config: unknown): { actions: WidgetAction[]; notes: ImportNote[] } => {
  const all = membersOf(member(config, 'actions'))
    .slice(0, mostActions)
    .flatMap(([place, actions]) =>
      listOf(actions)
        .slice(0, mostActions)
        .map((action) => ({ place, action })),
    );
  const found = all.slice(0, mostActions).map(({ place, action }) => ({
    recognised: Object.hasOwn(places, place) ? recognise(place, action) : null,
    name: lineOf(member(action, 'name')) ?? place.slice(0, 100),
  }));
  return {
    actions: [...new Set(found.flatMap(({ recognised }) => recognised ?? []))],
    notes: found.map(({ recognised, name }) => describe(recognised, name)),
  };
};
