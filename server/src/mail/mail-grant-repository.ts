import type { Tx } from '../platform/transaction.js';

/** What the owner of a mail account allowed; secrets are sealed. */
export interface MailGrant {
  readonly sealedRefreshToken: string | null;
  readonly sealedAccessToken: string | null;
  readonly accessExpiresAt: Date | null;
  /** Null until the owner has agreed. */
  readonly grantedAt: Date | null;
}

export interface StoredTokens {
  /** Null keeps the one that is stored. */
  readonly sealedRefreshToken: string | null;
  readonly sealedAccessToken: string;
  readonly accessExpiresAt: Date;
  /** Only when the owner has just agreed. */
  readonly grantedAt?: Date;
}

/** The one grant of a tenant's mail settings. */
export interface MailGrantRepository {
  find(tx: Tx): Promise<MailGrant | null>;
  /** Somebody leaves for the provider's page; an earlier start no longer counts. */
  begin(
    tx: Tx,
    start: { stateHash: Buffer; sealedVerifier: string; expiresAt: Date },
  ): Promise<void>;
  /** @returns the sealed verifier, once; null for a state that is unknown, used or too old */
  takeVerifier(tx: Tx, stateHash: Buffer, now: Date): Promise<string | null>;
  storeTokens(tx: Tx, tokens: StoredTokens): Promise<void>;
  /** Exactly one of parallel calls gets true, until `until` or {@link storeTokens}. */
  claimRenewal(tx: Tx, now: Date, until: Date): Promise<boolean>;
  releaseRenewal(tx: Tx): Promise<void>;
  delete(tx: Tx): Promise<void>;
}
