import DataLoader from 'dataloader';
import { viewerOf, type ViewerContext } from '../../access/index.js';
import { requestLoader } from '../../platform/graphql/request-context.js';
import type { ManageCustomers } from '../manage-customers.js';
import { toCustomerType, type CustomerType } from './customer.type.js';

/** For fields that name a customer; null when there is none or the viewer may not see it. */
export type LoadCustomer = (
  context: ViewerContext,
  id: string | null,
) => Promise<CustomerType | null>;

const loaderKey = Symbol('customers by id');

/** One statement for all such fields of a request, and one for what the viewer may do. */
export const createLoadCustomer =
  (manageCustomers: ManageCustomers): LoadCustomer =>
  async (context, id) => {
    if (id === null) return null;
    const loader = requestLoader(
      context,
      loaderKey,
      () =>
        new DataLoader<string, CustomerType | null>(async (ids) => {
          const found = await manageCustomers.findMany(viewerOf(context), ids);
          const byId = new Map(found.map((customer) => [customer.id, toCustomerType(customer)]));
          return ids.map((wanted) => byId.get(wanted) ?? null);
        }),
    );
    return loader.load(id);
  };
