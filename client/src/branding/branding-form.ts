import type { BrandingFieldsFragment, SaveBrandingInput } from '../generated/graphql';
import { contrastOf, isColor, LEAST_CONTRAST, PAGE_TEXT } from './contrast';

/** Bytes; the API takes no more. */
export const LOGO_MAX = 262_144;

/** What the page edits; an empty text is open. */
export interface BrandingForm {
  title: string;
  supportContact: string;
  primaryColor: string;
  backgroundColor: string;
  /** A `data:` address, the saved one or one just chosen. */
  logo: string | null;
}

export function toBrandingForm(saved: BrandingFieldsFragment): BrandingForm {
  return {
    title: saved.title ?? '',
    supportContact: saved.supportContact ?? '',
    primaryColor: saved.primaryColor ?? '',
    backgroundColor: saved.backgroundColor ?? '',
    logo: saved.logo,
  };
}

/** The logo is sent only when it is another one. */
export function toBrandingInput(form: BrandingForm, saved: BrandingFieldsFragment) {
  const input: SaveBrandingInput = {
    title: form.title.trim() || null,
    supportContact: form.supportContact.trim() || null,
    primaryColor: form.primaryColor.trim() || null,
    backgroundColor: form.backgroundColor.trim() || null,
  };
  return form.logo === saved.logo ? input : { ...input, logo: form.logo };
}

/** Field → the end of the key `branding.fault.…`. */
export function findBrandingFaults(form: BrandingForm): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const field of ['primaryColor', 'backgroundColor'] as const) {
    const color = form[field].trim();
    if (color && !isColor(color)) faults[field] = 'invalidColor';
  }
  const background = form.backgroundColor.trim();
  if (isColor(background) && contrastOf(background, PAGE_TEXT) < LEAST_CONTRAST) {
    faults.backgroundColor = 'lowContrast';
  }
  return faults;
}
