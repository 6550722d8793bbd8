import { defineAsyncComponent } from 'vue';

/** What the other slices of the console use of domains. */
export const CreateDomainDialog = defineAsyncComponent(() => import('./CreateDomainDialog.vue'));
