import type { Tx } from '../platform/transaction.js';
import type { Branding, BrandingImage } from './branding.js';

export interface BrandingRepository {
  /** Of a domain, or null for the tenant's; blank when nobody saved any. */
  find(tx: Tx, domainId: string | null): Promise<Branding>;
  /** Images that nothing shows any more go. */
  save(
    tx: Tx,
    domainId: string | null,
    branding: Branding,
    image: BrandingImage | null,
    now: Date,
  ): Promise<void>;
  findImage(tx: Tx, hash: string): Promise<BrandingImage | null>;
}
