import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of dashboards. */
export const DashboardMenuPart = defineAsyncComponent(() => import('./DashboardMenuPart.vue'));
export const RegistrationsChart = defineAsyncComponent(() => import('./RegistrationsChart.vue'));
export { useFullscreen } from './use-fullscreen';
export { useDashboardSearch } from './dashboard-search';
