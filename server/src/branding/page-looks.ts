import type { Tx } from '../platform/transaction.js';
import { dataAddress, overlaid } from './branding.js';
import type { BrandingRepository } from './branding-repository.js';
import { styleSheetOf } from './stylesheet.js';

/**
 * The looks of a page that is not on its own host, where nothing of that host can be loaded: with
 * the image and the style sheet themselves.
 */
export const createPageLooks =
  (repository: BrandingRepository) =>
  /** @param domainId null for what the tenant has */
  async (tx: Tx, domainId: string | null) => {
    const tenants = await repository.find(tx, null);
    const all = domainId ? overlaid(tenants, await repository.find(tx, domainId)) : tenants;
    const image = all.logoHash === null ? null : await repository.findImage(tx, all.logoHash);
    const { title, supportContact } = all;
    return { title, supportContact, logo: image && dataAddress(image), css: styleSheetOf(all) };
  };

export type PageLooksOf = ReturnType<typeof createPageLooks>;
