import { holds, type Viewer } from '../access/index.js';
import type { FindSite, SiteContext, TenantSite } from '../domains/index.js';
import { forbidden, notFound, unauthenticated } from '../platform/failures.js';

/** A call that strangers may make, too: the host decides the tenant, or an API key does. */
export interface PublicCall extends SiteContext {
  readonly viewer: Viewer | null;
}

/** Whether a tool signs somebody up: its key stands in for the captcha (headless sign-up). */
export const isHeadless = ({ viewer }: PublicCall): boolean =>
  viewer?.actor.kind === 'API_KEY' && holds(viewer.principal, 'REGISTRATION', 'CREATE');

export type SiteOfCall = (
  call: PublicCall,
  domain: string | null | undefined,
) => Promise<TenantSite>;

/**
 * The tenant's site of a public call. On a tenant's domain the host decides, and a differing
 * `domain` is not found; on the console's address the domain is named and the tenant is the key's.
 * @throws UNAUTHENTICATED on the console without a key, FORBIDDEN without REGISTRATION:CREATE,
 * NOT_FOUND, also while the tenant is suspended
 */
export const createSiteOfCall =
  (findSite: FindSite): SiteOfCall =>
  async (call, domain) => {
    const { site, viewer } = call;
    const named = domain?.toLowerCase() ?? null;
    if (site.kind === 'console') {
      if (viewer?.actor.kind !== 'API_KEY') throw unauthenticated();
      if (!isHeadless(call)) throw forbidden('REGISTRATION:CREATE');
      const found = named === null ? null : await findSite(named);
      if (found?.kind !== 'tenant' || found.tenantId !== viewer.principal.tenantId) {
        throw notFound('sign-up page');
      }
      return found;
    }
    if (site.kind === 'unknown' || site.suspended) throw notFound('sign-up page');
    if (named !== null && named !== site.host) throw notFound('sign-up page');
    return site;
  };
