import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of the inventory. */
export const ItemDialog = defineAsyncComponent(() => import('./ItemDialog.vue'));
export const EditItemDialog = defineAsyncComponent(() => import('./EditItemDialog.vue'));
export { ITEM_API } from './item-kind';
