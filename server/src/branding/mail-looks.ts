import type { BaseAddress, FindSite } from '../domains/index.js';
import { textOn } from './colours.js';
import type { FindSiteBranding } from './site-branding.js';

interface Deps {
  readonly findSite: FindSite;
  readonly baseAddressOf: BaseAddress;
  readonly siteBranding: FindSiteBranding;
}

/**
 * What mails about a host wear. Null for one that the tenant does not have, the console's for
 * instance, and while there is nothing to wear.
 */
export const createMailLooks =
  ({ findSite, baseAddressOf, siteBranding }: Deps) =>
  async (tenantId: string, host: string) => {
    const site = await findSite(host);
    if (site.kind !== 'tenant' || site.tenantId !== tenantId) return null;
    const { title, logo, supportContact, primaryColor } = await siteBranding(site);
    if (title === null && logo === null && supportContact === null && primaryColor === null)
      return null;
    return {
      name: title ?? site.tenantName,
      logo: logo && `${baseAddressOf(host)}${logo}`,
      supportContact,
      button:
        primaryColor === null ? null : { background: primaryColor, text: textOn(primaryColor) },
    };
  };
