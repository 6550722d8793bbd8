import type { EChartsOption } from 'echarts/types/dist/shared';
import type { ChartKind } from '../../generated/graphql';
import type { ChartData } from './chart-data';

/** Colours and font of the page at this moment. */
export interface ChartLook {
  text: string;
  muted: string;
  line: string;
  surface: string;
  font: string;
  palette: readonly string[];
}

type PartOf = (look: ChartLook, data: ChartData) => EChartsOption;

/** As many names fit below a chart, if need be shortened. */
const NAMED_BARS = 8;
const LEGEND_HEIGHT = 32;

const hasLegend = (kind: ChartKind, { series }: ChartData) => kind === 'DONUT' || series.length > 1;

const axes: PartOf = ({ muted, line }, { labels, series }) => ({
  grid: {
    ...{ top: 16, right: 12, left: 8, outerBoundsMode: 'same' },
    bottom: series.length > 1 ? LEGEND_HEIGHT : 8,
  },
  xAxis: {
    type: 'category',
    data: [...labels],
    axisLabel: {
      ...{ color: muted, hideOverlap: true },
      ...(labels.length <= NAMED_BARS
        ? { interval: 0, width: 90, overflow: 'truncate' as const }
        : {}),
    },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  },
  yAxis: {
    type: 'value',
    minInterval: 1,
    axisLabel: { color: muted },
    splitLine: { lineStyle: { color: line } },
  },
});

const bars: PartOf = (look, data) => ({
  ...axes(look, data),
  series: data.series.map(({ name, values }) => ({
    ...{ type: 'bar' as const, name, data: [...values] },
    barMaxWidth: 44,
    itemStyle: { borderRadius: [4, 4, 0, 0] },
  })),
});

const lines: PartOf = (look, data) => ({
  ...axes(look, data),
  series: data.series.map(({ name, values }) => ({
    ...{ type: 'line' as const, name, data: [...values] },
    showSymbol: values.length < 2,
    lineStyle: { width: 2 },
  })),
});

const donut: PartOf = ({ surface }, { labels, series }) => ({
  series: series.slice(0, 1).map(({ name, values }) => ({
    ...{ type: 'pie' as const, name, radius: ['48%', '74%'], center: ['50%', '46%'] },
    data: values.map((value, index) => ({ value, name: labels[index] ?? '' })),
    label: { show: false },
    itemStyle: { borderColor: surface, borderWidth: 2 },
  })),
});

const PARTS: Record<ChartKind, PartOf> = { BARS: bars, LINE: lines, DONUT: donut };

/** The ring says its figures here; names beside it would not fit a phone. */
const legend = (kind: ChartKind, { labels, series }: ChartData, look: ChartLook) => ({
  ...{ type: 'scroll' as const, bottom: 0, icon: 'circle', itemWidth: 10 },
  textStyle: { color: look.muted },
  pageTextStyle: { color: look.muted },
  formatter: (name: string) =>
    kind === 'DONUT' ? `${name}: ${series[0]?.values[labels.indexOf(name)] ?? 0}` : name,
});

/** What echarts draws. Its tips are drawn, too: as HTML they would need inline styles. */
export function toChartOption(kind: ChartKind, data: ChartData, look: ChartLook): EChartsOption {
  const { text, surface, line, font, palette } = look;
  return {
    ...PARTS[kind](look, data),
    color: [...palette],
    textStyle: { fontFamily: font, color: text },
    animation: false,
    tooltip: {
      renderMode: 'richText',
      trigger: kind === 'DONUT' ? 'item' : 'axis',
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: text, fontFamily: font },
    },
    ...(hasLegend(kind, data) ? { legend: legend(kind, data, look) } : {}),
  };
}
