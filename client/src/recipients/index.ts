import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of recipients. */
export const RecipientDialog = defineAsyncComponent(() => import('./RecipientDialog.vue'));
export { useRecipientSearch } from './recipient-search';
