import type { FindSite, TenantSite } from '../domains/index.js';
import type { Legal, ShownDocument } from '../legal/index.js';
import type { Transact } from '../platform/transaction.js';
import { shownDocuments } from './legal-choice.js';
import type { SelfRegistration } from './self-registration.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

/** A sign-up page that is on, with the tenant it belongs to. */
export interface OpenPage {
  readonly site: TenantSite;
  readonly page: SelfRegistration;
  /** What registrants have to accept, as it was when the page was looked up. */
  readonly documents: readonly ShownDocument[];
}

export interface OpenPages {
  /** The page of a host if it is on and its tenant is not suspended; kept in memory. */
  ofHost(host: string): Promise<OpenPage | null>;
}

interface Deps {
  readonly transact: Transact;
  readonly findSite: FindSite;
  readonly repository: SelfRegistrationRepository;
  readonly legal: Pick<Legal, 'documents'>;
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
    return deps.transact(site.tenantId, async (tx) => {
      const page = await deps.repository.findByDomain(tx, site.domainId);
      if (!page?.enabled) return null;
      return { site, page, documents: await shownDocuments(tx, deps.legal, page) };
    });
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
  };
};
