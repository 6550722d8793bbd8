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

const axes: PartOf = ({ muted, line }, { labels }) => ({
  grid: { top: 16, right: 12, bottom: 8, left: 8, outerBoundsMode: 'same' },
  xAxis: {
    type: 'category',
    data: [...labels],
    axisLabel: { color: muted, hideOverlap: true },
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

const donut: PartOf = ({ text, surface }, { labels, series }) => ({
  series: series.slice(0, 1).map(({ name, values }) => ({
    ...{ type: 'pie' as const, name, radius: ['48%', '74%'], center: ['50%', '46%'] },
    data: values.map((value, index) => ({ value, name: labels[index] ?? '' })),
    label: { color: text },
    itemStyle: { borderColor: surface, borderWidth: 2 },
  })),
});

const PARTS: Record<ChartKind, PartOf> = { BARS: bars, LINE: lines, DONUT: donut };

/** What echarts draws. Its tips are drawn, too: as HTML they would need inline styles. */
export function toChartOption(kind: ChartKind, data: ChartData, look: ChartLook): EChartsOption {
  const { text, muted, surface, line, font, palette } = look;
  const hasLegend = kind === 'DONUT' || data.series.length > 1;
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
    ...(hasLegend
      ? {
          legend: {
            ...{ type: 'scroll' as const, bottom: 0, icon: 'circle', itemWidth: 10 },
            textStyle: { color: muted },
            pageTextStyle: { color: muted },
          },
        }
      : {}),
  };
}
