import type { RouteRecordRaw } from 'vue-router';
import { ITEM_API, type ItemKind } from './item-kind';

const toRoute = (kind: ItemKind): RouteRecordRaw => ({
  path: `${ITEM_API[kind].route}/:id?`,
  name: ITEM_API[kind].route,
  component: () => import('./ItemsPage.vue'),
  props: ({ params }) => ({ kind, id: params['id'] }),
  meta: {
    title: `inventory.${kind}.title`,
    allowed: ({ canSomewhere }) => canSomewhere(kind, 'READ'),
  },
});

export const inventoryRoutes: RouteRecordRaw[] = [toRoute('DEVICE'), toRoute('ASSET')];
