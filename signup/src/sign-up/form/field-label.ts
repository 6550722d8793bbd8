import type { SignUpField, SignUpPage } from '../../page-config.js';
import type { View } from '../../view.js';

/** The page's own label in the page's language; in another one, ours for the fields we know. */
export function fieldLabel({ state, words }: View, page: SignUpPage, field: SignUpField): string {
  const known: Record<string, string> = words.fields;
  return (state.locale !== page.locale && known[field.name]) || field.label;
}
