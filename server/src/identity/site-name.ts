import type { FindSite } from '../domains/index.js';

/** How a mail calls the place that sends it. */
export type SiteName = (host: string) => Promise<string>;

/** The tenant's name on its domains, the product's on the console. */
export const createSiteName =
  (findSite: FindSite): SiteName =>
  async (host) => {
    const site = await findSite(host);
    return site.kind === 'tenant' ? site.tenantName : 'Gatehouse';
  };
