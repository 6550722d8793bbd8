import type { FindSite, Site, TenantSite } from '../domains/index.js';
import { notFound, unauthenticated } from '../platform/failures.js';
import type { Transact } from '../platform/transaction.js';
import type { SelfRegistration } from './self-registration.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

/** A sign-up page that is on, with the tenant it belongs to. */
export interface OpenPage {
  readonly site: TenantSite;
  readonly page: SelfRegistration;
}

export interface OpenPages {
  /** The page of a host if it is on and its tenant is not suspended; kept in memory. */
  ofHost(host: string): Promise<OpenPage | null>;
  /**
   * The tenant of a public call: the host decides; a differing `domain` is not found.
   * @throws NOT_FOUND, also while the tenant is suspended, and UNAUTHENTICATED on the console, where only tools with an API key sign up
   */
  siteOfCall(site: Site, domain: string | null | undefined): TenantSite;
}

interface Deps {
  readonly transact: Transact;
  readonly findSite: FindSite;
  readonly repository: SelfRegistrationRepository;
  /** Calls back with a tenant's id, or `*`, when a page of it changed on any replica. */
  readonly onPagesChanged: (listener: (tenantId: string) => void) => void;
  readonly onSitesChanged: (listener: () => void) => void;
}

/** Strangers may send any Host header: the memory must not grow with them. */
const mostPages = 10_000;

export const createOpenPages = (deps: Deps): OpenPages => {
  const known = new Map<string, Promise<OpenPage | null>>();
  deps.onPagesChanged(() => known.clear());
  deps.onSitesChanged(() => known.clear());

  const lookUp = async (host: string): Promise<OpenPage | null> => {
    const site = await deps.findSite(host);
    if (site.kind !== 'tenant' || site.suspended) return null;
    const page = await deps.transact(site.tenantId, (tx) =>
      deps.repository.findByDomain(tx, site.domainId),
    );
    return page?.enabled ? { site, page } : null;
  };

  return {
    ofHost(host) {
      const found = known.get(host);
      if (found) return found;
      const asked = lookUp(host);
      if (known.size >= mostPages) known.clear();
      known.set(host, asked);
      asked.catch(() => known.delete(host));
      return asked;
    },

    siteOfCall(site, domain) {
      if (site.kind === 'console') throw unauthenticated();
      if (site.kind === 'unknown' || site.suspended) throw notFound('sign-up page');
      if (domain != null && domain.toLowerCase() !== site.host) throw notFound('sign-up page');
      return site;
    },
  };
};
