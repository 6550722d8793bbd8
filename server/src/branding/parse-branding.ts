import { parseEmailAddress } from '../platform/email/email-address.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { parseText, textAdvice, type TextFault } from '../platform/text.js';
import type { Branding, BrandingImage } from './branding.js';
import { contrastOf, leastContrast } from './colours.js';
import { parseImage, type ImageFault } from './image-file.js';
import { pageText } from './stylesheet.js';

/** Absent keeps, null clears. */
export interface BrandingInput {
  readonly title?: string | null;
  readonly supportContact?: string | null;
  readonly primaryColor?: string | null;
  readonly backgroundColor?: string | null;
  /** The bytes in base64. */
  readonly logo?: string | null;
}

export type BrandingErrorCode =
  TextFault | ImageFault | 'INVALID_COLOR' | 'LOW_CONTRAST' | 'INVALID_CONTACT';

type Fault = InputFault<BrandingErrorCode>;

export interface ParsedBranding {
  readonly branding: Branding;
  /** To be stored, if there is a new one. */
  readonly logo: BrandingImage | null;
}

const titleRule = { max: 100 } as const;
const contactRule = { max: 254 } as const;

const imageAdvice: Readonly<Record<ImageFault, string>> = {
  INVALID_IMAGE: 'Choose a PNG, JPEG or WebP image; SVG is not taken.',
  IMAGE_TOO_LARGE: 'Choose an image of at most 256 kB and 2,000 by 2,000 pixels.',
};

const isContact = (text: string): boolean =>
  /^https:\/\/[^\s<>"]+$/i.test(text) || parseEmailAddress(text).ok;

/** The branding after an input; all faults at once. */
export const parseBranding = (
  saved: Branding,
  input: BrandingInput,
): Result<ParsedBranding, readonly Fault[]> => {
  const faults: Fault[] = [];
  const next: { -readonly [Name in keyof Branding]: Branding[Name] } = { ...saved };
  let logo: BrandingImage | null = null;

  const text = (field: 'title' | 'supportContact', rule: { max: number }): void => {
    if (input[field] === undefined) return;
    const parsed = parseText(input[field], rule);
    if (parsed.ok) next[field] = parsed.value;
    else faults.push(inputFault(field, parsed.failure, textAdvice(parsed.failure, rule)));
  };
  const color = (field: 'primaryColor' | 'backgroundColor'): void => {
    const typed = input[field];
    if (typed === undefined) return;
    const hex = typed === null || typed.trim() === '' ? null : typed.trim().toLowerCase();
    if (hex !== null && !/^#[0-9a-f]{6}$/.test(hex)) {
      faults.push(inputFault(field, 'INVALID_COLOR', 'Write the colour as #rrggbb.'));
    } else next[field] = hex;
  };

  text('title', titleRule);
  text('supportContact', contactRule);
  if (next.supportContact !== null && !isContact(next.supportContact)) {
    const message = 'Enter an e-mail address, or a web address with https.';
    faults.push(inputFault('supportContact', 'INVALID_CONTACT', message));
  }
  color('primaryColor');
  color('backgroundColor');
  if (next.backgroundColor !== null) {
    const ratio = contrastOf(next.backgroundColor, pageText);
    if (ratio < leastContrast) {
      const message = `Text would be hard to read: the contrast is ${ratio.toFixed(1)}, at least ${leastContrast} is needed. Choose a lighter colour.`;
      faults.push(inputFault('backgroundColor', 'LOW_CONTRAST', message));
    }
  }
  if (input.logo === null) next.logoHash = null;
  else if (input.logo !== undefined) {
    const image = parseImage(input.logo);
    if (image.ok) {
      logo = image.value;
      next.logoHash = image.value.hash;
    } else faults.push(inputFault('logo', image.failure, imageAdvice[image.failure]));
  }
  return faults.length > 0 ? fail(faults) : ok({ branding: next, logo });
};
