import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { Audience, People, Recipient, ReferenceField } from './recipient.js';

export interface RecipientRepository {
  find(tx: Tx, id: string): Promise<Recipient | null>;
  findMany(tx: Tx, ids: readonly string[]): Promise<Recipient[]>;
  /** Those that name one of these things, by name. */
  findNaming(tx: Tx, field: ReferenceField, ids: readonly string[]): Promise<Recipient[]>;
  /** By name. */
  list(
    tx: Tx,
    search: string | null,
    page: { offset: number; limit: number },
  ): Promise<OffsetPage<Recipient>>;
  /** @returns false when the name is taken */
  insert(tx: Tx, recipient: Recipient): Promise<boolean>;
  /** @returns false when the name is taken */
  update(tx: Tx, recipient: Recipient): Promise<boolean>;
  delete(tx: Tx, id: string): Promise<'deleted' | 'in-use'>;
  /** Which of the ids name nothing that a recipient could refer to. */
  missingReferences(tx: Tx, field: ReferenceField, ids: readonly string[]): Promise<string[]>;
}

/** Active people, by address; only `first` of them are read. */
export type FindPeople = (tx: Tx, audience: Audience, first: number) => Promise<People>;
