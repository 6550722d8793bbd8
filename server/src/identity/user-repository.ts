import type { Tx } from '../platform/transaction.js';
import type { User } from './user.js';

/** A user with what only sign-in needs. */
export interface Credentials {
  readonly user: User;
  readonly passwordHash: string | null;
  readonly tenantActive: boolean;
}

export interface NewUser extends Omit<User, 'tenantId' | 'lastSignInAt'> {
  readonly emailKey: string;
  readonly passwordHash: string | null;
}

export type UserChanges = Partial<Pick<User, 'firstName' | 'lastName' | 'locale' | 'state'>> & {
  readonly passwordHash?: string;
  readonly lastSignInAt?: Date;
};

export interface UserRepository {
  find(tx: Tx, id: string): Promise<User | null>;
  findCredentials(tx: Tx, by: { id: string } | { emailKey: string }): Promise<Credentials | null>;
  findByEmailKey(tx: Tx, emailKey: string): Promise<User | null>;
  /** Whether the tenant has any user. */
  existsAny(tx: Tx): Promise<boolean>;
  /** @returns false when the address is in use: in the tenant, or by an administrator of any tenant */
  insert(tx: Tx, user: NewUser): Promise<boolean>;
  update(tx: Tx, id: string, changes: UserChanges): Promise<void>;
}

/** Before the tenant is known: administrators are unique on the platform. */
export type FindAdministrator = (emailKey: string) => Promise<{ tenantId: string; userId: string } | null>;
