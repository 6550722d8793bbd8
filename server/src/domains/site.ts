import type { RequestContext } from '../platform/graphql/request-context.js';

/** What a host name stands for. The host decides who signs in and whose data a public call sees. */
export type Site =
  | { readonly kind: 'console'; readonly host: string }
  | {
      readonly kind: 'tenant';
      readonly host: string;
      readonly tenantId: string;
      readonly tenantName: string;
      readonly domainId: string;
      /** A suspended tenant's people can't sign in or sign up. */
      readonly suspended: boolean;
    }
  | { readonly kind: 'unknown'; readonly host: string };

export type TenantSite = Extract<Site, { kind: 'tenant' }>;

export interface SiteContext extends RequestContext {
  readonly site: Site;
}

/** Finds the site of a host; kept in memory until the domain or its tenant changes. */
export type FindSite = (host: string) => Promise<Site>;
