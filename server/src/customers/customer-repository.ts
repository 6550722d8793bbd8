import type { Principal } from '../access/index.js';
import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Customer, CustomerContents } from './customer.js';

/** Customers that meet all of these. */
export interface CustomerFilter {
  /** Part of title or e-mail address. */
  readonly search: string | null;
  /** Directly below this customer. */
  readonly parentId: string | null;
}

export interface CustomerQuery {
  readonly filter: CustomerFilter;
  readonly first: number;
  /** The last row of the page before. */
  readonly after: { readonly title: string; readonly id: string } | null;
}

/** The reader never gets a customer that they may not read. */
export interface CustomerRepository {
  find(tx: Tx, reader: Principal, id: string): Promise<Customer | null>;
  findMany(tx: Tx, reader: Principal, ids: readonly string[]): Promise<Customer[]>;
  /** Nobody else changes the row until the transaction ends. */
  findForChange(tx: Tx, reader: Principal, id: string): Promise<Customer | null>;
  /** By title, then id. */
  list(tx: Tx, reader: Principal, query: CustomerQuery): Promise<Page<Customer>>;
  /** Capped. */
  count(tx: Tx, reader: Principal, filter: CustomerFilter): Promise<number>;
  /** @returns false when the parent was deleted meanwhile */
  insert(tx: Tx, customer: Customer): Promise<boolean>;
  update(tx: Tx, customer: Customer): Promise<void>;
  contents(tx: Tx, id: string): Promise<CustomerContents>;
  /** Directly of the customer; nobody else joins or leaves it until the transaction ends. */
  countUsers(tx: Tx, id: string): Promise<number>;
  /** With everything that it and its descendants own. */
  delete(tx: Tx, id: string): Promise<void>;
}
