import type { Tx } from '../platform/transaction.js';
import type { User } from './user.js';

/** A user with what only sign-in needs. */
export interface Credentials {
  readonly user: User;
  readonly passwordHash: string | null;
  readonly tenantActive: boolean;
}

export interface NewUser extends Omit<User, 'tenantId' | 'lastSignInAt' | 'phone'> {
  readonly phone?: string | null;
  readonly emailKey: string;
  readonly passwordHash: string | null;
}

type Changeable = 'firstName' | 'lastName' | 'phone' | 'locale' | 'state';

export type UserChanges = Partial<Pick<User, Changeable>> & {
  /** Together with its key. */
  readonly email?: string;
  readonly emailKey?: string;
  readonly passwordHash?: string;
  readonly lastSignInAt?: Date;
};

export interface UserRepository {
  find(tx: Tx, id: string): Promise<User | null>;
  findMany(tx: Tx, ids: readonly string[]): Promise<User[]>;
  findCredentials(tx: Tx, by: { id: string } | { emailKey: string }): Promise<Credentials | null>;
  /** Whoever has the address: an invitation that nobody accepted doesn't count. */
  findByEmailKey(tx: Tx, emailKey: string): Promise<User | null>;
  /** Whether the tenant has any user. */
  existsAny(tx: Tx): Promise<boolean>;
  /**
   * @returns false when the same owner has a user of this address; with a password also when
   * anybody in the tenant has it or, of an administrator, any administrator on the platform
   */
  insert(tx: Tx, user: NewUser): Promise<boolean>;
  /** @returns false when a first password or a new address would take one that somebody has: then roll back */
  update(tx: Tx, id: string, changes: UserChanges): Promise<boolean>;
  delete(tx: Tx, id: string): Promise<void>;
}

/** Before the tenant is known: administrators are unique on the platform. */
export type FindAdministrator = (
  emailKey: string,
) => Promise<{ tenantId: string; userId: string } | null>;
