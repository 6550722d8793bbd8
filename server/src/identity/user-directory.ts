import type { Principal } from '../access/index.js';
import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { User, UserState } from './user.js';

/** What lists show beside a user; not worth loading at every sign-in. */
export interface UserDetails {
  /** Too many wrong passwords a short time ago. */
  readonly locked: boolean;
  /** The derived All group included. */
  readonly groupIds: readonly string[];
  readonly roleIds: readonly string[];
}

export type DetailedUser = User & { readonly details: UserDetails };

/** As people see it: the limits of signing in tell who is locked out. */
export type VisibleUserState = UserState | 'LOCKED';

export const visibleState = (state: UserState, { locked }: UserDetails): VisibleUserState =>
  state === 'ACTIVE' && locked ? 'LOCKED' : state;

export interface UserFilter {
  /** Part of the address or name. */
  readonly search: string | null;
  readonly state: VisibleUserState | null;
  /** Users of exactly this customer. */
  readonly customerId: string | null;
  readonly authority: User['authority'] | null;
}

/** Users as the principal may read them; all others do not exist for them. */
export interface UserDirectory {
  /** Newest first. */
  list(
    tx: Tx,
    reader: Principal,
    query: { readonly filter: UserFilter; readonly first: number; readonly afterId: string | null },
  ): Promise<Page<DetailedUser>>;
  count(tx: Tx, reader: Principal, filter: UserFilter): Promise<number>;
  find(tx: Tx, reader: Principal, id: string): Promise<DetailedUser | null>;
  /** Nobody else changes the user until the transaction ends. */
  findForChange(tx: Tx, reader: Principal, id: string): Promise<User | null>;
  /** Whether the principal may read a user of this address, invited ones included. */
  knowsAddress(tx: Tx, reader: Principal, emailKey: string): Promise<boolean>;
  /** Whoever asks: for users that are shown already. */
  detailsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, UserDetails>>;
}

/** Which tenant has an administrator of this id; for system administrators. */
export type FindTenantOfAdministrator = (userId: string) => Promise<string | null>;
