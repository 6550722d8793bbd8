import type { Tx } from '../platform/transaction.js';
import { dataAddress } from './branding.js';
import type { BrandingRepository } from './branding-repository.js';
import { textOn } from './colours.js';

/**
 * What mails of a tenant wear in a preview, which loads nothing from its domains: with the image
 * itself. Null while there is nothing to wear.
 */
export const createMailPreviewLooks =
  (repository: BrandingRepository) => async (tx: Tx, tenantName: string) => {
    const { title, supportContact, primaryColor, logoHash } = await repository.find(tx, null);
    if (title === null && logoHash === null && supportContact === null && primaryColor === null)
      return null;
    const image = logoHash === null ? null : await repository.findImage(tx, logoHash);
    return {
      name: title ?? tenantName,
      logo: image && dataAddress(image),
      supportContact,
      button:
        primaryColor === null ? null : { background: primaryColor, text: textOn(primaryColor) },
    };
  };
