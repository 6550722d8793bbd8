import type { Browser } from '../harness/app.js';

/** A PNG of one pixel, in base64. */
export const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Saved {
  readonly branding: object | null;
  readonly userErrors: { field: string[]; code: string; message: string }[];
}

/** Saves the looks of the tenant, or of one of its domains. */
export const saveBranding = async (
  by: Browser,
  input: object,
  domainId?: string,
): Promise<Saved> => {
  const data = await by.data<{ saveBranding: Saved }>(
    `mutation ($domainId: ID, $input: SaveBrandingInput!) {
       saveBranding(domainId: $domainId, input: $input) {
         branding { title primaryColor logo effective { title primaryColor } }
         userErrors { field code message }
       }
     }`,
    { domainId, input },
  );
  return data.saveBranding;
};
