import type { Access } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import type { Tx } from '../platform/transaction.js';
import { createAuthenticateKey } from './authenticate-key.js';
import { ApiKeyResolver } from './graphql/api-key.resolver.js';
import { createManageApiKeys } from './manage-api-keys.js';
import { apiKeyRows } from './postgres/api-key-rows.js';

export { bearerToken } from './key-token.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly access: Access;
  /** The keys of a suspended tenant open nothing. */
  readonly isTenantActive: (tx: Tx) => Promise<boolean>;
}

/** Keys with which tools call the API. */
export const createApiKeys = ({ database, access, ...deps }: Deps) => {
  const parts = { ...deps, transact: database.transact, keys: apiKeyRows };
  const manageApiKeys = createManageApiKeys({ ...parts, grantGuard: access.grantGuard });
  return {
    ...createAuthenticateKey(parts),
    resolvers: [new ApiKeyResolver(manageApiKeys)],
  };
};
