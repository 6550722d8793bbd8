import type { Tx } from '../platform/transaction.js';

/** The link and code of one mail. */
export interface ActivationProof {
  readonly id: string;
  readonly registrationId: string;
}

export interface NewActivationProof extends ActivationProof {
  readonly linkHash: Buffer;
  readonly codeHash: Buffer;
  readonly linkExpiresAt: Date;
  readonly codeExpiresAt: Date;
  readonly createdAt: Date;
}

export interface ActivationProofRepository {
  insert(tx: Tx, proof: NewActivationProof): Promise<void>;
  /** A link that is good now. */
  findByLink(
    tx: Tx,
    linkHash: Buffer,
    now: Date,
    mostPasswordTries: number,
  ): Promise<ActivationProof | null>;
  /** Whether any mail of the registration brought this code, and it is good now. */
  hasCode(tx: Tx, registrationId: string, codeHash: Buffer, now: Date): Promise<boolean>;
  /** Takes one of the tries for the password. @returns false when none is left */
  takePasswordTry(tx: Tx, id: string, most: number): Promise<boolean>;
  /** For a try that could not be judged. */
  giveBackPasswordTry(tx: Tx, id: string): Promise<void>;
}
