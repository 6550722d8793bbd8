import type { RecordAudit } from '../audit/index.js';
import type { LimitName } from '../config/limits.js';
import type { PasswordHasher } from '../identity/index.js';
import type { RateLimits } from '../platform/limits/rate-limits.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import type { CloseAccount, ForgetPerson, ReadOwnData } from './data-source.js';
import { createDeleteAccount } from './delete-account.js';
import { createExportData } from './export-data.js';
import { AccountResolver } from './graphql/account.resolver.js';

interface Deps {
  readonly database: Database;
  readonly limits: RateLimits<LimitName>;
  readonly hasher: PasswordHasher;
  readonly recordAudit: RecordAudit;
  readonly findPasswordHash: (tx: Tx, userId: string) => Promise<string | null>;
  /** What the slices keep of a person. */
  readonly sources: readonly ReadOwnData[];
  readonly forget: readonly ForgetPerson[];
  readonly closeAccount: CloseAccount;
}

/** A person's own account: what is theirs they may take along, and end. */
export const createAccount = ({ database, ...deps }: Deps) => {
  const parts = { ...deps, transact: database.transact };
  return { resolvers: [new AccountResolver(createExportData(parts), createDeleteAccount(parts))] };
};
