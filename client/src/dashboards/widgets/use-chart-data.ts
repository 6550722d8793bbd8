import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ItemBreakdownDocument } from '../../generated/graphql';
import { useQuery } from '../../ui/data/use-query';
import { useFollowedFilter } from '../chosen-item';
import type { Chart } from '../widget';
import { toFilterInput } from '../widget-filter';
import { ofBreakdown, type ChartData } from './chart-data';

/** Days that a chart of registrations goes back when it does not say so itself. */
export const DEFAULT_DAYS = 30;

interface ChartDataState {
  data: ComputedRef<ChartData | undefined>;
  error: ComputedRef<Error | undefined>;
  refetch: () => Promise<void>;
}

export function useChartData(chart: () => Chart): ChartDataState {
  const { t } = useI18n();
  const isOfItems = () => chart().subject !== 'REGISTRATIONS_OVER_TIME';
  const filter = useFollowedFilter(() => (isOfItems() ? (chart().filter ?? undefined) : undefined));

  const breakdown = useQuery(ItemBreakdownDocument, () => {
    const { subject, attribute } = chart();
    if (!filter.value) return undefined;
    const by = subject === 'ITEMS_BY_ATTRIBUTE' ? ('ATTRIBUTE' as const) : ('TYPE' as const);
    return { filter: toFilterInput(filter.value), by, attribute };
  });

  return {
    data: computed(() => {
      const shares = breakdown.data.value?.itemBreakdown;
      const name = t(`inventory.${filter.value?.entity ?? 'DEVICE'}.title`);
      return shares && ofBreakdown(shares, name, t('dashboards.chart.without'));
    }),
    error: computed(() => breakdown.error.value),
    refetch: breakdown.refetch,
  };
}
