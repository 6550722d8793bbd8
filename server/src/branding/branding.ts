/** How pages look: of the whole tenant, or of one domain. Null is open. */
export interface Branding {
  /** Stands where the tenant's name does otherwise; at most 100 code points. */
  readonly title: string | null;
  /** An e-mail address or a web address, for people who need help. */
  readonly supportContact: string | null;
  /** `#rrggbb`, small letters: buttons and links. */
  readonly primaryColor: string | null;
  /** `#rrggbb`, small letters: behind the card of the sign-up page, in light pages. */
  readonly backgroundColor: string | null;
  /** SHA-256 of the image, in hexadecimal digits. */
  readonly logoHash: string | null;
}

export interface BrandingImage {
  readonly hash: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly bytes: Buffer;
}

export const noBranding: Branding = {
  title: null,
  supportContact: null,
  primaryColor: null,
  backgroundColor: null,
  logoHash: null,
};

/** What a domain leaves open is the tenant's. */
export const overlaid = (tenants: Branding, domains: Branding): Branding => ({
  title: domains.title ?? tenants.title,
  supportContact: domains.supportContact ?? tenants.supportContact,
  primaryColor: domains.primaryColor ?? tenants.primaryColor,
  backgroundColor: domains.backgroundColor ?? tenants.backgroundColor,
  logoHash: domains.logoHash ?? tenants.logoHash,
});

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const;

/** An image that stands in a document itself. */
export const dataAddress = ({ type, bytes }: BrandingImage): string =>
  `data:${type};base64,${bytes.toString('base64')}`;

/** Where an image is served, on every domain of its tenant. */
export const imagePath = ({ hash, type }: Pick<BrandingImage, 'hash' | 'type'>): string =>
  `/branding/${hash}.${endings[type]}`;
