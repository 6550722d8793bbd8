import { Field, ID, InputType, Int } from 'type-graphql';
import { InventorySortField, type ItemResource, type ItemSort } from '../../inventory/index.js';
import { SortDirectionType } from '../../platform/graphql/sort-direction.type.js';
import type { ChartInput, ChartKind, ChartSubject } from '../chart.js';
import type {
  EntityTableInput,
  WidgetAction,
  WidgetColumnInput,
  WidgetColumnSource,
} from '../entity-table.js';
import type { Placeholder, PlaceholderCause, TextContent, WidgetInput } from '../widget.js';
import type { WidgetFilterInput } from '../widget-filter.js';
import {
  PlaceholderCauseType,
  ChartKindType,
  ChartSubjectType,
  ItemKindType,
  WidgetActionType,
  WidgetColumnSourceType,
} from './widget-enums.js';

@InputType('WidgetFilterInput', {
  description: 'Which devices or assets a widget shows; always within what the viewer may see.',
})
export class WidgetFilterInputType implements WidgetFilterInput {
  @Field(() => ItemKindType, { description: 'Devices or assets.' })
  entity!: ItemResource;

  @Field(() => [String], { nullable: true, description: 'At most 50; none: every type.' })
  types?: string[] | null;

  @Field(() => String, { nullable: true, description: 'How the name begins, in any case.' })
  nameStartsWith?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'At most 100 that the viewer may read; none: all.',
  })
  ids?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Shows what the viewer chose in a table of the dashboard. Absent: false.',
  })
  followsSelection?: boolean | null;
}

@InputType('WidgetColumnInput', { description: 'A column of a table.' })
class WidgetColumnInputType implements WidgetColumnInput {
  @Field(() => WidgetColumnSourceType, { description: 'Where its values come from.' })
  source!: WidgetColumnSource;

  @Field(() => String, { nullable: true, description: 'Needed with source ATTRIBUTE.' })
  attribute?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'At most 255 characters; absent: the usual word for it.',
  })
  title?: string | null;
}

@InputType('WidgetSortInput', { description: 'The order that a table starts with.' })
class WidgetSortInputType implements ItemSort {
  @Field(() => InventorySortField, { description: 'What to sort by.' })
  field!: ItemSort['field'];

  @Field(() => SortDirectionType, { description: 'Which end comes first.' })
  direction!: ItemSort['direction'];
}

@InputType('EntityTableWidgetInput', { description: 'A list of devices or assets.' })
class EntityTableInputType implements EntityTableInput {
  @Field(() => WidgetFilterInputType, { description: 'What it shows.' })
  filter!: WidgetFilterInputType;

  @Field(() => [WidgetColumnInputType], { description: '1 to 20, from the left.' })
  columns!: WidgetColumnInputType[];

  @Field(() => Int, { nullable: true, description: 'Rows of a page, 5 to 100; absent: 10.' })
  pageSize?: number | null;

  @Field(() => WidgetSortInputType, { nullable: true, description: 'Absent: by name.' })
  sort?: WidgetSortInputType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it has a field to search in. Absent: true.',
  })
  search?: boolean | null;

  @Field(() => [WidgetActionType], {
    nullable: true,
    description: 'What it offers to who may do it.',
  })
  actions?: WidgetAction[] | null;
}

@InputType('EntityCounterWidgetInput', { description: 'How many devices or assets there are.' })
class EntityCounterInputType {
  @Field(() => WidgetFilterInputType, { description: 'What it counts.' })
  filter!: WidgetFilterInputType;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  label?: string | null;
}

@InputType('TextWidgetInput', { description: 'Formatted text.' })
class TextInputType implements TextContent {
  @Field(() => String, {
    description: 'HTML; what is not allowed is taken off. At most 20,000 characters remain.',
  })
  html!: string;
}

@InputType('ChartWidgetInput', { description: 'A drawing of figures.' })
class ChartInputType implements ChartInput {
  @Field(() => ChartKindType, { description: 'How it is drawn.' })
  kind!: ChartKind;

  @Field(() => ChartSubjectType, { description: 'What it counts.' })
  subject!: ChartSubject;

  @Field(() => WidgetFilterInputType, {
    nullable: true,
    description: 'Which devices or assets; needed unless it counts registrations.',
  })
  filter?: WidgetFilterInputType | null;

  @Field(() => String, { nullable: true, description: 'Needed with ITEMS_BY_ATTRIBUTE.' })
  attribute?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days up to today, 7 to 365; absent: 30. Of REGISTRATIONS_OVER_TIME only.',
  })
  days?: number | null;
}

@InputType('PlaceholderWidgetInput', { description: 'Stands for what an imported file had.' })
class PlaceholderInputType implements Placeholder {
  @Field(() => String, { description: 'At most 255 characters.' })
  originalType!: string;

  @Field(() => String, { description: 'In English; at most 500 characters.' })
  reason!: string;

  @Field(() => PlaceholderCauseType, {
    nullable: true,
    description: 'The same for screens in other languages.',
  })
  cause?: PlaceholderCause | null;
}

@InputType('DashboardWidgetInput', {
  description: 'A part of a dashboard: exactly one of table, counter, text, chart, placeholder.',
})
export class DashboardWidgetInputType implements WidgetInput {
  @Field(() => String, {
    nullable: true,
    description: 'As the API gave it, or 1 to 36 letters, digits, _ and -; absent: a new widget.',
  })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  title?: string | null;

  @Field(() => Int, { description: 'Left edge, 0 to 23.' })
  column!: number;

  @Field(() => Int, {
    description:
      'Upper edge, 0 to 9,999. What would stand on another widget moves down when it is saved.',
  })
  row!: number;

  @Field(() => Int, { description: 'Columns, 1 to 24; with `column` at most 24.' })
  width!: number;

  @Field(() => Int, { description: 'Rows, 1 to 100.' })
  height!: number;

  @Field(() => EntityTableInputType, { nullable: true, description: 'A list.' })
  table?: EntityTableInputType | null;

  @Field(() => EntityCounterInputType, { nullable: true, description: 'A figure.' })
  counter?: EntityCounterInputType | null;

  @Field(() => TextInputType, { nullable: true, description: 'Formatted text.' })
  text?: TextInputType | null;

  @Field(() => ChartInputType, { nullable: true, description: 'A drawing of figures.' })
  chart?: ChartInputType | null;

  @Field(() => PlaceholderInputType, { nullable: true, description: 'Of an imported file.' })
  placeholder?: PlaceholderInputType | null;
}
