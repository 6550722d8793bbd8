import type { Widget, WidgetInput } from './widget.js';

export type ImportNoteCode =
  | 'ACTION_DROPPED'
  | 'ACTION_REPLACED'
  | 'COLUMN_DROPPED'
  | 'FILTER_WIDENED'
  | 'ITEMS_UNKNOWN'
  | 'MARKUP_REMOVED'
  | 'NOT_IMPORTED'
  | 'NOT_SHOWN'
  | 'SCRIPT_DROPPED'
  | 'SETTING_CHANGED'
  | 'SOURCE_DROPPED';

/** Something that the import does differently from what the file says. */
export interface ImportNote {
  readonly code: ImportNoteCode;
  /** Name of the column, action, filter … that it is about. */
  readonly subject: string | null;
  /** In English, for who imports; clients may translate by `code`. */
  readonly message: string;
}

/** What becomes of a widget of the file. */
export interface PlannedWidget {
  readonly title: string | null;
  /** How the file calls what it is. */
  readonly originalType: string;
  /** Null: it is not imported; a note says why. */
  readonly widget: WidgetInput | null;
  readonly notes: readonly ImportNote[];
}

/** What a file says, before anything is made of it. */
export interface FilePlan {
  readonly title: string;
  readonly description: string | null;
  readonly widgets: readonly PlannedWidget[];
  /** About the whole file. */
  readonly notes: readonly ImportNote[];
}

/** The same, checked: what is there may be stored. */
export interface ImportPlan extends Omit<FilePlan, 'widgets'> {
  readonly widgets: readonly (Omit<PlannedWidget, 'widget'> & { readonly widget: Widget | null })[];
}

export const note = (
  code: ImportNoteCode,
  message: string,
  subject: string | null = null,
): ImportNote => ({ code, subject, message });
