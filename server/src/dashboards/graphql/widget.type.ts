import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InventorySortField, type ItemResource, type ItemSort } from '../../inventory/index.js';
import { SortDirectionType } from '../../platform/graphql/sort-direction.type.js';
import type { Chart, ChartKind, ChartSubject } from '../chart.js';
import type {
  EntityTable,
  WidgetAction,
  WidgetColumn,
  WidgetColumnSource,
} from '../entity-table.js';
import type {
  EntityCounter,
  Placeholder,
  PlaceholderCause,
  TextContent,
  WidgetKind,
  WidgetPlace,
} from '../widget.js';
import type { WidgetFilter } from '../widget-filter.js';
import {
  PlaceholderCauseType,
  ChartKindType,
  ChartSubjectType,
  ItemKindType,
  WidgetActionType,
  WidgetColumnSourceType,
  WidgetKindType,
} from './widget-enums.js';

@ObjectType('WidgetFilter', {
  description: 'Which devices or assets a widget shows; always within what the viewer may see.',
})
class WidgetFilterType implements WidgetFilter {
  @Field(() => ItemKindType, { description: 'Devices or assets.' })
  entity!: ItemResource;

  @Field(() => [String], { description: 'None: every type.' })
  types!: readonly string[];

  @Field(() => String, { nullable: true, description: 'How the name begins, in any case.' })
  nameStartsWith!: string | null;

  @Field(() => [ID], { description: 'None: all. What the viewer may not see is not shown.' })
  ids!: readonly string[];

  @Field(() => Boolean, {
    description: 'Shows what the viewer chose in a table of the dashboard, at first the first one.',
  })
  followsSelection!: boolean;
}

@ObjectType('WidgetColumn', { description: 'A column of a table.' })
class WidgetColumnType implements WidgetColumn {
  @Field(() => WidgetColumnSourceType, { description: 'Where its values come from.' })
  source!: WidgetColumnSource;

  @Field(() => String, { nullable: true, description: 'Of source ATTRIBUTE only.' })
  attribute!: string | null;

  @Field(() => String, { nullable: true, description: 'Null: the usual word for it.' })
  title!: string | null;
}

@ObjectType('WidgetSort', { description: 'The order that a table starts with.' })
class WidgetSortType implements ItemSort {
  @Field(() => InventorySortField, { description: 'What to sort by.' })
  field!: ItemSort['field'];

  @Field(() => SortDirectionType, { description: 'Which end comes first.' })
  direction!: ItemSort['direction'];
}

@ObjectType('EntityTableWidget', { description: 'A list of devices or assets.' })
class EntityTableType implements EntityTable {
  @Field(() => WidgetFilterType, { description: 'What it shows.' })
  filter!: WidgetFilterType;

  @Field(() => [WidgetColumnType], { description: '1 to 20, from the left.' })
  columns!: readonly WidgetColumnType[];

  @Field(() => Int, { description: 'Rows of a page, 5 to 100.' })
  pageSize!: number;

  @Field(() => WidgetSortType, { description: 'The order that it starts with.' })
  sort!: WidgetSortType;

  @Field(() => Boolean, { description: 'Whether it has a field to search in.' })
  search!: boolean;

  @Field(() => [WidgetActionType], { description: 'What it offers to who may do it.' })
  actions!: readonly WidgetAction[];
}

@ObjectType('EntityCounterWidget', { description: 'How many devices or assets there are.' })
class EntityCounterType implements EntityCounter {
  @Field(() => WidgetFilterType, { description: 'What it counts.' })
  filter!: WidgetFilterType;

  @Field(() => String, { nullable: true, description: 'What stands beside the figure.' })
  label!: string | null;
}

@ObjectType('TextWidget', { description: 'Formatted text.' })
class TextType implements TextContent {
  @Field(() => String, { description: 'HTML that was sanitised when it was saved.' })
  html!: string;
}

@ObjectType('ChartWidget', { description: 'A drawing of figures.' })
class ChartType implements Chart {
  @Field(() => ChartKindType, { description: 'How it is drawn.' })
  kind!: ChartKind;

  @Field(() => ChartSubjectType, { description: 'What it counts.' })
  subject!: ChartSubject;

  @Field(() => WidgetFilterType, {
    nullable: true,
    description: 'Which devices or assets; null for REGISTRATIONS_OVER_TIME.',
  })
  filter!: WidgetFilterType | null;

  @Field(() => String, { nullable: true, description: 'Of ITEMS_BY_ATTRIBUTE only.' })
  attribute!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days up to today, 7 to 365; of REGISTRATIONS_OVER_TIME only.',
  })
  days!: number | null;
}

@ObjectType('PlaceholderWidget', { description: 'Stands for what an imported file had here.' })
class PlaceholderType implements Placeholder {
  @Field(() => String, { description: 'How the file calls what it had.' })
  originalType!: string;

  @Field(() => String, { description: 'Why it is not shown, in English.' })
  reason!: string;

  @Field(() => PlaceholderCauseType, {
    nullable: true,
    description: 'The same for screens in other languages; null: only `reason` says.',
  })
  cause?: PlaceholderCause | null;
}

@ObjectType('DashboardWidget', {
  description: 'A part of a dashboard. Of its parts the one of its kind is filled.',
})
export class DashboardWidgetType implements WidgetPlace {
  @Field(() => ID, { description: 'Unique within the dashboard; stays from save to save.' })
  id!: string;

  @Field(() => WidgetKindType, { description: 'Which of the parts is filled.' })
  kind!: WidgetKind;

  @Field(() => String, { nullable: true, description: 'At most 255 characters.' })
  title!: string | null;

  @Field(() => Int, { description: 'Left edge, 0 to 23.' })
  column!: number;

  @Field(() => Int, {
    description:
      'Upper edge, 0 to 9,999. What would stand on another widget moves down when it is saved.',
  })
  row!: number;

  @Field(() => Int, { description: 'Columns, 1 to 24.' })
  width!: number;

  @Field(() => Int, { description: 'Rows, 1 to 100.' })
  height!: number;

  @Field(() => EntityTableType, { nullable: true, description: 'Of kind ENTITY_TABLE.' })
  table?: EntityTableType;

  @Field(() => EntityCounterType, { nullable: true, description: 'Of kind ENTITY_COUNTER.' })
  counter?: EntityCounterType;

  @Field(() => TextType, { nullable: true, description: 'Of kind TEXT.' })
  text?: TextType;

  @Field(() => ChartType, { nullable: true, description: 'Of kind CHART.' })
  chart?: ChartType;

  @Field(() => PlaceholderType, { nullable: true, description: 'Of kind PLACEHOLDER.' })
  placeholder?: PlaceholderType;
}
