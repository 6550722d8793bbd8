import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ImportNote, ImportNoteCode as Code, ImportPlan } from '../import-plan.js';
import type { WidgetKind } from '../widget.js';
import { DashboardUserError } from './dashboard.payload.js';
import { WidgetKindType } from './widget-enums.js';

@InputType({ description: 'A file to look into.' })
export class PreviewDashboardImportInput {
  @Field(() => String, { description: 'The text of the file, at most 5 MB.' })
  file!: string;
}

@InputType({ description: 'A file to make a dashboard of.' })
export class ImportDashboardInput extends PreviewDashboardImportInput {
  @Field(() => String, {
    nullable: true,
    description: 'At most 255 characters; absent: the title that the file has.',
  })
  title?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Absent: the viewer's own customer, or the tenant.",
  })
  ownerCustomerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A group of dashboards to put it into; needs ADD_TO_GROUP.',
  })
  groupId?: string | null;
}

const ImportNoteCode: { readonly [C in Code]: C } = {
  ACTION_DROPPED: 'ACTION_DROPPED',
  ACTION_REPLACED: 'ACTION_REPLACED',
  COLUMN_DROPPED: 'COLUMN_DROPPED',
  FILTER_WIDENED: 'FILTER_WIDENED',
  ITEMS_UNKNOWN: 'ITEMS_UNKNOWN',
  MARKUP_REMOVED: 'MARKUP_REMOVED',
  NOT_IMPORTED: 'NOT_IMPORTED',
  NOT_SHOWN: 'NOT_SHOWN',
  SCRIPT_DROPPED: 'SCRIPT_DROPPED',
  SETTING_CHANGED: 'SETTING_CHANGED',
  SOURCE_DROPPED: 'SOURCE_DROPPED',
};
registerEnumType(ImportNoteCode, {
  name: 'ImportNoteCode',
  description: 'What an import does differently from what the file says.',
  valuesConfig: {
    ACTION_DROPPED: { description: 'An action that does not exist here.' },
    ACTION_REPLACED: { description: 'An action became our own; its script is not kept.' },
    COLUMN_DROPPED: { description: 'A column that can not be shown.' },
    FILTER_WIDENED: { description: 'Shows more than the file says, never more than one may see.' },
    ITEMS_UNKNOWN: { description: 'Devices or assets that it names do not exist here.' },
    MARKUP_REMOVED: { description: 'Parts of a text are taken off.' },
    NOT_IMPORTED: { description: 'The widget is left out.' },
    NOT_SHOWN: { description: 'A placeholder stands for the widget.' },
    SCRIPT_DROPPED: { description: 'A script is not kept; the value is shown as it is.' },
    SETTING_CHANGED: { description: 'A setting has another value.' },
    SOURCE_DROPPED: { description: 'Only the first source is shown.' },
  },
});

@ObjectType('ImportNote', { description: 'Something that differs from what the file says.' })
class ImportNoteType implements ImportNote {
  @Field(() => ImportNoteCode, { description: 'What it is.' })
  code!: Code;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the column, action or filter that it is about.',
  })
  subject!: string | null;

  @Field(() => String, { description: 'The same in English, for people.' })
  message!: string;
}

@ObjectType({ description: 'What becomes of a widget of the file.' })
class PlannedWidget {
  @Field(() => String, { nullable: true, description: 'As it will be shown.' })
  title!: string | null;

  @Field(() => String, { description: 'How the file calls what it is.' })
  originalType!: string;

  @Field(() => WidgetKindType, { nullable: true, description: 'Null: it is not imported.' })
  becomes!: WidgetKind | null;

  @Field(() => [ImportNoteType], { description: 'What differs from what the file says.' })
  notes!: readonly ImportNote[];
}

@ObjectType({ description: 'How many widgets of the file become what.' })
class ImportCounts {
  @Field(() => Int, { description: 'Widgets of the file.' })
  total!: number;

  @Field(() => Int, { description: 'Those that work here.' })
  shown!: number;

  @Field(() => Int, { description: 'Those for which a placeholder stands.' })
  placeholders!: number;

  @Field(() => Int, { description: 'Those that are left out.' })
  notImported!: number;
}

@ObjectType({ description: 'What an import would make of a file.' })
export class DashboardImportPlan {
  @Field(() => String, { description: 'The title that the file has.' })
  title!: string;

  @Field(() => [PlannedWidget], { description: 'Every widget of the file.' })
  widgets!: readonly PlannedWidget[];

  @Field(() => ImportCounts, { description: 'The same in figures.' })
  counts!: ImportCounts;

  @Field(() => [ImportNoteType], { description: 'About the whole file.' })
  notes!: readonly ImportNote[];
}

@ObjectType({ description: 'What an import would make of a file, or what is wrong with it.' })
export class DashboardImportPreview {
  @Field(() => DashboardImportPlan, { nullable: true, description: 'Null when there are faults.' })
  plan?: DashboardImportPlan;

  @Field(() => [DashboardUserError])
  userErrors!: readonly DashboardUserError[];
}

@ObjectType({ description: 'A dashboard as a file.' })
export class DashboardExport {
  @Field(() => String, { description: 'A name for the file.' })
  filename!: string;

  @Field(() => String, { description: 'JSON; `importDashboard` takes it back.' })
  content!: string;
}

export const toImportPlan = ({ title, widgets, notes }: ImportPlan): DashboardImportPlan => {
  const planned = widgets.map(({ widget, ...rest }) => ({
    ...rest,
    becomes: widget?.kind ?? null,
  }));
  const notImported = planned.filter(({ becomes }) => becomes === null).length;
  const placeholders = planned.filter(({ becomes }) => becomes === 'PLACEHOLDER').length;
  const total = planned.length;
  const shown = total - placeholders - notImported;
  return { title, widgets: planned, counts: { total, shown, placeholders, notImported }, notes };
};
