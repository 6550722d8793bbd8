import { registerEnumType } from 'type-graphql';
import type { ItemResource } from '../../inventory/index.js';
import type { ChartKind, ChartSubject } from '../chart.js';
import type { WidgetAction, WidgetColumnSource } from '../entity-table.js';
import type { PlaceholderCause, WidgetKind } from '../widget.js';

type EnumOf<Value extends string> = { readonly [V in Value]: V };

export const ItemKindType: EnumOf<ItemResource> = { DEVICE: 'DEVICE', ASSET: 'ASSET' };
registerEnumType(ItemKindType, {
  name: 'ItemKind',
  description: 'What a widget shows.',
  valuesConfig: {
    DEVICE: { description: 'Devices.' },
    ASSET: { description: 'Assets.' },
  },
});

export const WidgetKindType: EnumOf<WidgetKind> = {
  ENTITY_TABLE: 'ENTITY_TABLE',
  ENTITY_COUNTER: 'ENTITY_COUNTER',
  TEXT: 'TEXT',
  CHART: 'CHART',
  PLACEHOLDER: 'PLACEHOLDER',
};
registerEnumType(WidgetKindType, {
  name: 'WidgetKind',
  description: 'What a widget is; the part of that name is filled.',
  valuesConfig: {
    ENTITY_TABLE: { description: 'A list of devices or assets: `table`.' },
    ENTITY_COUNTER: { description: 'How many devices or assets there are: `counter`.' },
    TEXT: { description: 'Formatted text: `text`.' },
    CHART: { description: 'A drawing of figures: `chart`.' },
    PLACEHOLDER: { description: 'What an imported file had and is not shown: `placeholder`.' },
  },
});

export const WidgetColumnSourceType: EnumOf<WidgetColumnSource> = {
  NAME: 'NAME',
  TYPE: 'TYPE',
  LABEL: 'LABEL',
  CREATED_AT: 'CREATED_AT',
  ATTRIBUTE: 'ATTRIBUTE',
};
registerEnumType(WidgetColumnSourceType, {
  name: 'WidgetColumnSource',
  description: 'Where the values of a column come from.',
  valuesConfig: {
    NAME: { description: 'The name.' },
    TYPE: { description: 'The type.' },
    LABEL: { description: 'The label.' },
    CREATED_AT: { description: 'When it was made.' },
    ATTRIBUTE: { description: 'The attribute that `attribute` names.' },
  },
});

export const WidgetActionType: EnumOf<WidgetAction> = {
  ADD: 'ADD',
  EDIT: 'EDIT',
  DELETE: 'DELETE',
};
registerEnumType(WidgetActionType, {
  name: 'WidgetAction',
  description: 'What a table offers; each only where the viewer may.',
  valuesConfig: {
    ADD: { description: 'In the header: adds a device or asset.' },
    EDIT: { description: 'On a row: changes it.' },
    DELETE: { description: 'On a row: deletes it.' },
  },
});

export const ChartKindType: EnumOf<ChartKind> = { BARS: 'BARS', DONUT: 'DONUT', LINE: 'LINE' };
registerEnumType(ChartKindType, {
  name: 'ChartKind',
  description: 'How a chart is drawn.',
  valuesConfig: {
    BARS: { description: 'A bar for each value.' },
    DONUT: { description: 'A ring of shares.' },
    LINE: { description: 'A line over time.' },
  },
});

export const ChartSubjectType: EnumOf<ChartSubject> = {
  ITEMS_BY_TYPE: 'ITEMS_BY_TYPE',
  ITEMS_BY_ATTRIBUTE: 'ITEMS_BY_ATTRIBUTE',
  REGISTRATIONS_OVER_TIME: 'REGISTRATIONS_OVER_TIME',
};
registerEnumType(ChartSubjectType, {
  name: 'ChartSubject',
  description: 'What a chart counts.',
  valuesConfig: {
    ITEMS_BY_TYPE: { description: 'Devices or assets of each type.' },
    ITEMS_BY_ATTRIBUTE: { description: 'Devices or assets with each value of `attribute`.' },
    REGISTRATIONS_OVER_TIME: {
      description: 'Registrations of each day; only for who may read registrations.',
    },
  },
});

export const PlaceholderCauseType: EnumOf<PlaceholderCause> = {
  TELEMETRY: 'TELEMETRY',
  ALARMS: 'ALARMS',
  COMMANDS: 'COMMANDS',
  NO_SOURCE: 'NO_SOURCE',
  KIND: 'KIND',
};
registerEnumType(PlaceholderCauseType, {
  name: 'PlaceholderCause',
  description: 'Why what an imported file had is not shown.',
  valuesConfig: {
    TELEMETRY: { description: 'It shows telemetry, which is not kept here.' },
    ALARMS: { description: 'It shows alarms, which do not exist here.' },
    COMMANDS: { description: 'It sends commands to devices, which does not exist here.' },
    NO_SOURCE: { description: 'It names no devices or assets that could be shown here.' },
    KIND: { description: 'This kind of widget does not exist here.' },
  },
});
