import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { ItemBreakdownDocument, RegistrationsOverTimeDocument } from '../../generated/graphql';
import { useQuery } from '../../ui/data/use-query';
import { useFollowedFilter } from '../chosen-item';
import type { Chart } from '../widget';
import { toFilterInput } from '../widget-filter';
import { ofBreakdown, ofRegistrations, type ChartData } from './chart-data';

/** Days that a chart of registrations goes back when it does not say so itself. */
export const DEFAULT_DAYS = 30;

interface ChartDataState {
  data: ComputedRef<ChartData | undefined>;
  error: ComputedRef<Error | undefined>;
  refetch: () => Promise<void>;
}

export function useChartData(chart: () => Chart): ChartDataState {
  const { t, locale } = useI18n();
  const isOfItems = () => chart().subject !== 'REGISTRATIONS_OVER_TIME';
  const filter = useFollowedFilter(() => (isOfItems() ? (chart().filter ?? undefined) : undefined));

  const breakdown = useQuery(ItemBreakdownDocument, () => {
    const { subject, attribute } = chart();
    if (!filter.value) return undefined;
    const by = subject === 'ITEMS_BY_ATTRIBUTE' ? ('ATTRIBUTE' as const) : ('TYPE' as const);
    return { filter: toFilterInput(filter.value), by, attribute };
  });
  const registrations = useQuery(RegistrationsOverTimeDocument, () =>
    isOfItems() ? undefined : { days: chart().days ?? DEFAULT_DAYS },
  );
  const asked = computed(() => (isOfItems() ? breakdown : registrations));

  const toDay = (date: string) =>
    new Intl.DateTimeFormat(locale.value, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(date));

  return {
    data: computed(() => {
      if (!isOfItems()) {
        const days = registrations.data.value?.registrationsOverTime;
        const names = {
          registered: t('dashboards.chart.registered'),
          activated: t('dashboards.chart.activated'),
        };
        return days && ofRegistrations(days, names, toDay);
      }
      const shares = breakdown.data.value?.itemBreakdown;
      const name = t(`inventory.${filter.value?.entity ?? 'DEVICE'}.title`);
      return shares && ofBreakdown(shares, name, t('dashboards.chart.without'));
    }),
    error: computed(() => asked.value.error.value),
    refetch: () => asked.value.refetch(),
  };
}
