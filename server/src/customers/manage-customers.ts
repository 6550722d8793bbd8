import { requireMay, type Ownership, type OwnedRow, type Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import { forbidden, notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { Page } from '../platform/page.js';
import { fail, ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { addressOf, changeAddress, type AddressInput } from './change-address.js';
import type { CreateCustomer } from './create-customer.js';
import {
  blankCustomer,
  fillIn,
  mostLevels,
  type Customer,
  type CustomerContents,
  type CustomerErrorCode,
  type CustomerInput,
  type CustomerView,
} from './customer.js';
import type { CustomerFilter, CustomerQuery, CustomerRepository } from './customer-repository.js';

export interface CustomersDeps {
  readonly transact: Transact;
  readonly recordAudit: RecordAudit;
  readonly ownership: Ownership;
  readonly repository: CustomerRepository;
  readonly createCustomer: CreateCustomer;
}

export interface NewCustomerInput extends CustomerInput {
  /** Absent: the viewer's own customer, or the tenant. */
  readonly parentId?: string | null;
}

type Saved = Result<CustomerView, InputFaults<CustomerErrorCode>>;

const noSuchParent = inputFault(
  'parentId',
  'NOT_FOUND',
  'This customer does not exist, or you may not see it: choose another parent.',
);

const tooDeep = inputFault(
  'parentId',
  'NOT_ALLOWED',
  `Customers stand below each other up to ${mostLevels} levels: choose a parent further up.`,
);

const ownCustomer = {
  field: ['id'],
  code: 'NOT_ALLOWED',
  message: 'Nobody deletes the customer that they belong to, or one above it: ask who owns it.',
} as const;

/** The parent is the owner. */
const toOwnedRow = ({ id, parentId }: Customer): OwnedRow => ({ id, ownerCustomerId: parentId });

const auditedFields = (customer: Customer) => ({
  title: customer.title,
  email: customer.email,
  parentId: customer.parentId,
  ...addressOf(customer),
});

/** What people do with the customers that they may see. */
export const createManageCustomers = ({
  transact,
  recordAudit,
  ownership,
  repository,
  createCustomer,
}: CustomersDeps) => {
  const inTenantOf = <T>({ principal }: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
    transact(principal.tenantId, work);

  const view = async (
    tx: Tx,
    { principal }: Viewer,
    customers: readonly Customer[],
  ): Promise<CustomerView[]> => {
    const rows = customers.map(toOwnedRow);
    const operations = await ownership.operationsOn(tx, principal, 'CUSTOMER', rows);
    return customers.map((customer) => ({
      ...customer,
      viewerCan: operations.get(customer.id) ?? [],
    }));
  };

  /** @throws NOT_FOUND for what does not exist and for what the viewer may not see alike */
  const viewOne = async (
    tx: Tx,
    viewer: Viewer,
    id: string,
    find: CustomerRepository['find'] = repository.find,
  ): Promise<CustomerView> => {
    const customer = isId(id) ? await find(tx, viewer.principal, id) : null;
    const [viewed] = customer ? await view(tx, viewer, [customer]) : [];
    if (!viewed) throw notFound('customer');
    return viewed;
  };

  const audit = (tx: Tx, viewer: Viewer, verb: string, customer: Customer, fields: object) =>
    recordAudit(tx, viewer.actor, {
      action: `customer.${verb}`,
      entityType: 'CUSTOMER',
      entityId: customer.id,
      entityName: customer.title,
      ...fields,
    });

  return {
    list: (viewer: Viewer, query: CustomerQuery): Promise<Page<CustomerView>> =>
      inTenantOf(viewer, async (tx) => {
        const { rows, hasNextPage } = await repository.list(tx, viewer.principal, query);
        return { rows: await view(tx, viewer, rows), hasNextPage };
      }),

    count: (viewer: Viewer, filter: CustomerFilter): Promise<number> =>
      inTenantOf(viewer, (tx) => repository.count(tx, viewer.principal, filter)),

    find: (viewer: Viewer, id: string): Promise<CustomerView> =>
      inTenantOf(viewer, (tx) => viewOne(tx, viewer, id)),

    /** Those of these that the viewer may see, in any order. */
    findMany: (viewer: Viewer, ids: readonly string[]): Promise<CustomerView[]> =>
      inTenantOf(viewer, async (tx) =>
        view(tx, viewer, await repository.findMany(tx, viewer.principal, ids)),
      ),

    /** What deleting it would delete; for who may delete it. */
    contents: (viewer: Viewer, id: string): Promise<CustomerContents> =>
      inTenantOf(viewer, async (tx) => {
        const { viewerCan } = await viewOne(tx, viewer, id);
        if (!viewerCan.includes('DELETE')) throw forbidden('CUSTOMER:DELETE');
        return repository.contents(tx, id);
      }),

    create: (viewer: Viewer, input: NewCustomerInput): Promise<Saved> =>
      inTenantOf(viewer, async (tx) => {
        const fields = fillIn(blankCustomer, input);
        const ownerChain = await ownership.chooseOwner(tx, viewer.principal, input.parentId);
        if (!ownerChain) return failWith(...(fields.ok ? [] : fields.failure), noSuchParent);
        requireMay(viewer, 'CREATE', { resource: 'CUSTOMER', ownerChain });
        if (!fields.ok) return fields;
        if (ownerChain.length >= mostLevels) return failWith(tooDeep);
        const parentId = ownerChain[0] ?? null;
        const customer = await createCustomer(tx, { ...fields.value, parentId });
        if (!customer) return failWith(noSuchParent);
        await audit(tx, viewer, 'created', customer, { after: auditedFields(customer) });
        return ok(await viewOne(tx, viewer, customer.id));
      }),

    update: (viewer: Viewer, id: string, input: CustomerInput & AddressInput): Promise<Saved> =>
      inTenantOf(viewer, async (tx) => {
        const customer = await viewOne(tx, viewer, id, repository.findForChange);
        if (!customer.viewerCan.includes('WRITE')) throw forbidden('CUSTOMER:WRITE');
        const fields = fillIn(customer, input);
        const address = changeAddress(customer, input);
        if (!fields.ok || !address.ok) {
          return fail([
            ...(fields.ok ? [] : fields.failure),
            ...(address.ok ? [] : address.failure),
          ]);
        }
        const changed = { ...customer, ...fields.value, ...address.value };
        const changes = changedFields(auditedFields(customer), auditedFields(changed));
        if (changes) {
          await repository.update(tx, changed);
          await audit(tx, viewer, 'updated', changed, changes);
        }
        return ok(changed);
      }),

    delete: (viewer: Viewer, id: string): Promise<Result<string, InputFaults<'NOT_ALLOWED'>>> =>
      inTenantOf(viewer, async (tx) => {
        const customer = await viewOne(tx, viewer, id, repository.findForChange);
        const own = await ownership.chainOf(tx, viewer.principal.customerId);
        if (own?.includes(id)) return failWith(ownCustomer);
        if (!customer.viewerCan.includes('DELETE')) throw forbidden('CUSTOMER:DELETE');
        const contents = await repository.contents(tx, id);
        await repository.delete(tx, id);
        const before = { ...auditedFields(customer), ...contents };
        await audit(tx, viewer, 'deleted', customer, { before });
        return ok(id);
      }),
  };
};

export type ManageCustomers = ReturnType<typeof createManageCustomers>;
