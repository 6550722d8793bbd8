import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of customers. */
export const ChangeOwnerDialog = defineAsyncComponent(() => import('./ChangeOwnerDialog.vue'));
export { default as CustomerFilter } from './CustomerFilter.vue';
export { useCustomerChoice } from './use-customer-choice';
export { useCustomerSearch } from './customer-search';
