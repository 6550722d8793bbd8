import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import { createBaseAddress } from './base-address.js';
import { DomainResolver } from './graphql/domain.resolver.js';
import { createManageDomains } from './manage-domains.js';
import { domainRows } from './postgres/domain-rows.js';
import { createFindSite } from './postgres/site-lookup.js';

export type { BaseAddress } from './base-address.js';
export type { DomainRepository } from './domain-repository.js';
export { DomainType } from './graphql/domain.type.js';
export type { ManageDomains } from './manage-domains.js';
export type { FindSite, Site, SiteContext, TenantSite } from './site.js';

interface Deps {
  readonly database: Database;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  /** The console's address as an origin. */
  readonly publicUrl: string;
}

export const createDomains = ({ database, changes, clock, recordAudit, publicUrl }: Deps) => {
  const consoleHost = new URL(publicUrl).hostname;
  const baseAddressOf = createBaseAddress(publicUrl);
  const manageDomains = createManageDomains({
    transact: database.transact,
    clock,
    recordAudit,
    repository: domainRows,
    consoleHost,
  });
  return {
    baseAddressOf,
    findSite: createFindSite(database, changes, consoleHost),
    manageDomains,
    repository: domainRows,
    resolvers: [new DomainResolver(manageDomains, baseAddressOf)],
  };
};
