import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of recipients. */
export const RecipientDialog = defineAsyncComponent(() => import('./RecipientDialog.vue'));
export const ChosenRecipient = defineAsyncComponent(() => import('./ChosenRecipient.vue'));
export const RecipientPreview = defineAsyncComponent(() => import('./RecipientPreview.vue'));
export { useRecipientSearch } from './recipient-search';
