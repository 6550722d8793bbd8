import type { ItemBreakdownQuery } from '../../generated/graphql';

/** What a chart shows, and its table too: one value for each label and series. */
export interface ChartData {
  labels: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
}

export function ofBreakdown(
  shares: ItemBreakdownQuery['itemBreakdown'],
  name: string,
  without: string,
): ChartData {
  return {
    labels: shares.map(({ value }) => value || without),
    series: [{ name, values: shares.map(({ count }) => count) }],
  };
}

export function isEmpty({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => value === 0));
}
