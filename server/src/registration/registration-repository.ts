import type { GivenConsent } from '../legal/index.js';
import type { Page } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { CollectedField } from './collected-field.js';
import type { SavedGrants } from './saved-grants.js';
import type {
  OpenRegistration,
  Registration,
  RegistrationState,
  RejectionReason,
} from './registration.js';

export interface NewRegistration {
  readonly id: string;
  readonly selfRegistrationId: string;
  /** Takes one of its places. */
  readonly inviteCodeId: string | null;
  readonly host: string;
  readonly email: string;
  readonly emailKey: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly fields: readonly CollectedField[];
  readonly locale: string;
  readonly passwordHash: string;
  readonly cookieHash: Buffer;
  readonly ip: string;
  readonly userAgent: string | null;
  readonly consents: readonly GivenConsent[];
  readonly submittedAt: Date;
}

/** By whom and when a waiting registration was decided. */
export interface Decision {
  readonly at: Date;
  readonly by: string;
}

export interface RegistrationFilter {
  readonly state?: RegistrationState | null;
  /** Part of the address or name. */
  readonly search?: string | null;
  readonly selfRegistrationId?: string | null;
}

export interface RegistrationRepository {
  /** @returns false when the page was switched off or deleted a moment ago */
  insertIfOpen(tx: Tx, registration: NewRegistration): Promise<boolean>;
  find(tx: Tx, id: string): Promise<Registration | null>;
  findMany(tx: Tx, ids: readonly string[]): Promise<Registration[]>;
  /** One that is pending or waiting. */
  findOpen(tx: Tx, id: string): Promise<OpenRegistration | null>;
  /** The newest one that this browser made, whatever became of it. */
  findNewestByCookie(tx: Tx, cookieHash: Buffer): Promise<OpenRegistration | null>;
  /** The newest one of an address; one that this browser made comes first. */
  findPendingByEmail(
    tx: Tx,
    emailKey: string,
    cookieHash: Buffer | null,
  ): Promise<Registration | null>;
  /** One of the address that waits for an administrator. */
  findWaitingByEmail(tx: Tx, emailKey: string): Promise<Registration | null>;
  /**
   * The address is confirmed and the registration waits; of parallel calls one gets it, and the
   * others wait until that one's transaction has ended.
   * @returns whether it was pending
   */
  confirm(tx: Tx, registration: Pick<Registration, 'id' | 'emailKey'>, now: Date): Promise<boolean>;
  /**
   * Exactly one of any number of parallel calls for one address gets its registration, as it is
   * now; the others wait until that one's transaction has ended.
   */
  activate(
    tx: Tx,
    registration: Pick<Registration, 'id' | 'emailKey'>,
    from: 'PENDING' | 'WAITING',
    now: Date,
  ): Promise<OpenRegistration | null>;
  recordActivation(
    tx: Tx,
    id: string,
    made: { userId: string; customerId: string; skippedGrants: readonly string[] },
    decision: Decision | null,
  ): Promise<void>;
  /** @returns whether it was pending or waiting */
  reject(tx: Tx, id: string, reason: RejectionReason): Promise<boolean>;
  rejectOthersOf(
    tx: Tx,
    emailKey: string,
    exceptId: string,
    reason: RejectionReason,
  ): Promise<void>;
  /** An administrator's no. @returns whether it waited */
  rejectWaiting(tx: Tx, id: string, decision: Decision, text: string): Promise<boolean>;
  /** The page goes: what is open of it ends, or keeps what its activation needs. */
  rejectOfPage(tx: Tx, selfRegistrationId: string): Promise<void>;
  keepGrantsOfPage(tx: Tx, selfRegistrationId: string, grants: SavedGrants): Promise<void>;
  /** Pending and waiting ones, up to 10,000. */
  countOpen(tx: Tx, selfRegistrationId: string): Promise<number>;
  countSince(tx: Tx, selfRegistrationId: string, since: Date): Promise<number>;
  /** Takes one of the tries for a code, whatever the state. @returns false when none is left */
  takeCodeTry(tx: Tx, id: string, most: number): Promise<boolean>;
  extend(tx: Tx, id: string, expiresAt: Date): Promise<void>;
  /** Newest first. */
  list(
    tx: Tx,
    filter: RegistrationFilter,
    first: number,
    afterId: string | null,
  ): Promise<Page<Registration>>;
  count(tx: Tx, filter: RegistrationFilter): Promise<number>;
  delete(tx: Tx, id: string): Promise<void>;
  /** Of somebody who activated one; oldest first. */
  ofUser(tx: Tx, userId: string): Promise<Registration[]>;
  deleteOfUser(tx: Tx, userId: string): Promise<void>;
  /** Marks what can't be activated any more, and deletes what ended before `keptUntil`. */
  expire(tx: Tx, now: Date, keptUntil: Date): Promise<void>;
}
