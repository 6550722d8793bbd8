import type { TenantSite } from '../domains/index.js';
import type { Transact } from '../platform/transaction.js';
import { imagePath, overlaid, type Branding } from './branding.js';
import type { BrandingRepository } from './branding-repository.js';
import { styleSheetOf, styleSheetPath } from './stylesheet.js';

/** What the pages of a domain wear. */
export interface SiteBranding extends Pick<Branding, 'title' | 'supportContact' | 'primaryColor'> {
  /** Path of the logo on the own host. */
  readonly logo: string | null;
  /** Path of the style sheet on the own host. */
  readonly styleSheet: string | null;
  readonly css: string | null;
}

interface Deps {
  readonly transact: Transact;
  readonly repository: BrandingRepository;
  /** Calls back when a tenant's looks changed on any replica. */
  readonly onBrandingChanged: (listener: () => void) => void;
}

/** Only hosts of tenants are asked for, so the memory grows with domains and not with strangers. */
export const createSiteBranding = ({ transact, repository, onBrandingChanged }: Deps) => {
  const known = new Map<string, Promise<SiteBranding>>();
  onBrandingChanged(() => known.clear());

  const lookUp = ({ tenantId, domainId }: TenantSite): Promise<SiteBranding> =>
    transact(tenantId, async (tx) => {
      const tenants = await repository.find(tx, null);
      const all = overlaid(tenants, await repository.find(tx, domainId));
      const image = all.logoHash === null ? null : await repository.findImage(tx, all.logoHash);
      const css = styleSheetOf(all);
      return {
        title: all.title,
        supportContact: all.supportContact,
        primaryColor: all.primaryColor,
        logo: image && imagePath(image),
        styleSheet: css && styleSheetPath(css),
        css,
      };
    });

  return (site: TenantSite): Promise<SiteBranding> => {
    const found = known.get(site.domainId);
    if (found) return found;
    const asked = lookUp(site);
    known.set(site.domainId, asked);
    asked.catch(() => known.delete(site.domainId));
    return asked;
  };
};

export type FindSiteBranding = ReturnType<typeof createSiteBranding>;
