import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';

export type TenantState = 'ACTIVE' | 'SUSPENDED';

/** An organisation that runs sign-up pages. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly state: TenantState;
  readonly createdAt: Date;
}

/** A transaction of a tenant sees that tenant's row only. */
export interface TenantRepository {
  find(tx: Tx): Promise<Tenant | null>;
  nameOf(tx: Tx): Promise<string | null>;
  /** @returns false when the name is in use */
  insert(tx: Tx, tenant: Tenant & { readonly isSystem: boolean }): Promise<boolean>;
  /** @returns false when the name is in use */
  update(
    tx: Tx,
    changes: { readonly name?: string; readonly state?: TenantState },
  ): Promise<boolean>;
  delete(tx: Tx): Promise<void>;
  counts(tx: Tx): Promise<TenantCounts>;
}

export interface TenantCounts {
  readonly users: number;
  readonly customers: number;
  readonly selfRegistrations: number;
  readonly devices: number;
}

/** What system administrators see across tenants, by functions with a narrow view. */
export interface TenantDirectory {
  list(search: string | null, page: { offset: number; limit: number }): Promise<OffsetPage<Tenant>>;
  systemTenantId(): Promise<string | null>;
  allIds(): Promise<string[]>;
}
