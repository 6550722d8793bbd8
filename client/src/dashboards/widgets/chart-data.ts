import type { ItemBreakdownQuery, RegistrationsOverTimeQuery } from '../../generated/graphql';

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

export function ofRegistrations(
  days: RegistrationsOverTimeQuery['registrationsOverTime'],
  names: { registered: string; activated: string },
  toLabel: (date: string) => string,
): ChartData {
  return {
    labels: days.map(({ date }) => toLabel(date)),
    series: [
      { name: names.registered, values: days.map(({ registered }) => registered) },
      { name: names.activated, values: days.map(({ activated }) => activated) },
    ],
  };
}

export function isEmpty({ series }: ChartData): boolean {
  return series.every(({ values }) => values.every((value) => value === 0));
}
