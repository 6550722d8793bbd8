import { Box, Cpu } from '@element-plus/icons-vue';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Component } from 'vue';
import {
  AssetDocument,
  AssetsDocument,
  CreateAssetDocument,
  CreateDeviceDocument,
  DeleteAssetDocument,
  DeleteDeviceDocument,
  DeviceDocument,
  DevicesDocument,
  UpdateAssetDocument,
  UpdateDeviceDocument,
  type CreateDeviceMutation,
  type CreateDeviceMutationVariables,
  type DeleteDeviceMutation,
  type DeleteDeviceMutationVariables,
  type DeviceQuery,
  type DeviceQueryVariables,
  type DevicesQuery,
  type DevicesQueryVariables,
  type UpdateDeviceMutation,
  type UpdateDeviceMutationVariables,
} from '../generated/graphql';

export type ItemKind = 'DEVICE' | 'ASSET';

/** A row of the list of devices or of assets: the API gives both the same fields. */
export type ItemRow = DevicesQuery['items']['nodes'][number];
export type Item = DeviceQuery['item'];

interface ItemApi {
  route: string;
  icon: Component;
  list: TypedDocumentNode<DevicesQuery, DevicesQueryVariables>;
  one: TypedDocumentNode<DeviceQuery, DeviceQueryVariables>;
  create: TypedDocumentNode<CreateDeviceMutation, CreateDeviceMutationVariables>;
  update: TypedDocumentNode<UpdateDeviceMutation, UpdateDeviceMutationVariables>;
  remove: TypedDocumentNode<DeleteDeviceMutation, DeleteDeviceMutationVariables>;
}

/** All that tells devices from assets. */
export const ITEM_API: Record<ItemKind, ItemApi> = {
  DEVICE: {
    route: 'devices',
    icon: Cpu,
    list: DevicesDocument,
    one: DeviceDocument,
    create: CreateDeviceDocument,
    update: UpdateDeviceDocument,
    remove: DeleteDeviceDocument,
  },
  ASSET: {
    route: 'assets',
    icon: Box,
    list: AssetsDocument,
    one: AssetDocument,
    create: CreateAssetDocument,
    update: UpdateAssetDocument,
    remove: DeleteAssetDocument,
  },
};
