import type { IdentityContext } from '../identity/index.js';
import type { Tx } from '../platform/transaction.js';

export type Person = NonNullable<IdentityContext['person']>;

/** What one slice keeps of a person, as it goes into their file: by name, ready for JSON. */
export type ReadOwnData = (person: Person) => Promise<Readonly<Record<string, unknown>>>;

/** Takes away what one slice keeps of a person, in the transaction that deletes their account. */
export type ForgetPerson = (tx: Tx, person: Person) => Promise<void>;

/** `has-customers`: others stand below the person's customer. */
export type CloseAccount = (tx: Tx, person: Person) => Promise<'closed' | 'has-customers'>;
