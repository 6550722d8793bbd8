/** What the other slices of the console use of customers. */
export { default as CustomerFilter } from './CustomerFilter.vue';
export { useCustomerSearch } from './customer-search';
