import type { Tx } from '../platform/transaction.js';
import type { Session } from './session.js';
import type { Tenant } from './tenant-repository.js';
import type { User } from './user.js';

export interface FoundSession {
  readonly session: Session;
  readonly user: User;
  readonly tenant: Tenant;
}

export interface SessionRepository {
  insert(tx: Tx, session: Session, tokenHash: Buffer): Promise<void>;
  findByToken(tx: Tx, tokenHash: Buffer): Promise<FoundSession | null>;
  find(tx: Tx, id: string): Promise<FoundSession | null>;
  /** Newest use first. */
  listOf(tx: Tx, userId: string): Promise<Session[]>;
  touch(tx: Tx, id: string, now: Date): Promise<void>;
  /** Gives a session a new secret: after signing back from «sign in as». */
  replaceToken(tx: Tx, id: string, tokenHash: Buffer): Promise<void>;
  /** @returns whether there was one */
  end(tx: Tx, id: string, userId: string): Promise<boolean>;
  /** @param except the session that may stay */
  endAll(tx: Tx, userId: string, except?: string): Promise<void>;
  endAllOfTenant(tx: Tx): Promise<void>;
  /** Removes what has ended by itself. */
  purge(tx: Tx, now: Date): Promise<void>;
}
