import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  WidgetAssetsDocument,
  WidgetDevicesDocument,
  type ItemKind,
  type WidgetDevicesQuery,
  type WidgetDevicesQueryVariables,
} from '../../generated/graphql';

/** A row of an entity table: the API gives devices and assets the same fields. */
export type WidgetRow = WidgetDevicesQuery['items']['nodes'][number];

export const WIDGET_ITEMS: Record<
  ItemKind,
  TypedDocumentNode<WidgetDevicesQuery, WidgetDevicesQueryVariables>
> = { DEVICE: WidgetDevicesDocument, ASSET: WidgetAssetsDocument };
