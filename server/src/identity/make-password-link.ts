import { addMs, type Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { hashSecret, newSecret, withTenant } from '../platform/secrets.js';
import type { Tx } from '../platform/transaction.js';
import {
  linkLifetimes,
  type PasswordLinkPurpose,
  type PasswordLinkRepository,
} from './password-link.js';

export interface MadePasswordLink {
  /** For the URL's fragment; stored nowhere. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A fresh one-time link for somebody of the transaction's tenant; earlier ones stay good. */
export type MakePasswordLink = (
  tx: Tx,
  userId: string,
  purpose: PasswordLinkPurpose,
) => Promise<MadePasswordLink>;

export const createMakePasswordLink =
  (links: PasswordLinkRepository, clock: Clock): MakePasswordLink =>
  async (tx, userId, purpose) => {
    const secret = newSecret();
    const createdAt = clock.now();
    const expiresAt = addMs(createdAt, linkLifetimes[purpose]);
    const secretHash = hashSecret(secret);
    await links.insert(tx, { id: newId(), userId, purpose, secretHash, createdAt, expiresAt });
    return { secret: withTenant(tx.tenantId, secret), expiresAt };
  };
