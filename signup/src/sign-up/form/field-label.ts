import { textIn, type SignUpField } from '../../page-config.js';
import type { View } from '../../view.js';

/** The administrator's label in the person's language, else ours, else in the page's own one. */
export function fieldLabel({ state, words }: View, { key, label, labels }: SignUpField): string {
  const known: Record<string, string> = words.fields;
  const ours = Object.hasOwn(known, key) ? known[key] : undefined;
  return textIn(labels, state.locale)?.text ?? ours ?? label;
}
