import type { Changes } from '../../platform/postgres/changes.js';
import type { Database } from '../../platform/postgres/database.js';
import type { FindSite, Site } from '../site.js';

interface Row {
  tenant_id: string;
  tenant_name: string;
  tenant_state: string;
  domain_id: string;
}

/** Strangers may send any Host header: unknown ones must not fill the memory. */
const mostHosts = 10_000;

/** Host to site, in memory until a domain or tenant changes on any replica. */
export const createFindSite = (
  database: Database,
  changes: Changes,
  consoleHost: string,
): FindSite => {
  const known = new Map<string, Promise<Site>>();
  changes.on('sites', (host) => (host === '*' ? known.clear() : known.delete(host)));

  const lookUp = async (host: string): Promise<Site> => {
    const [row] = await database.callFunction<Row>('select * from gatehouse.find_site(?)', [host]);
    if (!row) return { kind: 'unknown', host };
    return {
      kind: 'tenant',
      host,
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
      domainId: row.domain_id,
      suspended: row.tenant_state === 'SUSPENDED',
    };
  };

  return (host) => {
    if (host === consoleHost) return Promise.resolve({ kind: 'console', host });
    const found = known.get(host);
    if (found) return found;
    const asked = lookUp(host);
    if (known.size >= mostHosts) known.clear();
    known.set(host, asked);
    asked.catch(() => known.delete(host));
    return asked;
  };
};
