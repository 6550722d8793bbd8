import { LOCALES, type Locale } from '../../ui/appearance-store';
import { countCodePoints } from '../../ui/form/code-points';
import type { LocalizedTexts } from '../../ui/form/localized';
import { TEXT_MAX, type FieldRow } from './fields-form';

/** The API takes no more. */
const OPTIONS_MAX = 100;

const isTooLong = (texts: LocalizedTexts) =>
  LOCALES.some((locale) => countCodePoints(texts[locale].trim()) > TEXT_MAX);

/** The end of the key `registration.fault.…` that says what a field still needs. */
export function findRowFault(row: FieldRow, own: Locale): string | undefined {
  const { labels, options, min, max } = row;
  if (row.isCustom && !labels[own].trim()) return 'fieldLabelMissing';
  if ([labels, ...options.map((option) => option.labels)].some(isTooLong)) return 'fieldTooLong';
  if (row.kind === 'CHOICE' && options.length === 0) return 'fieldOptionsMissing';
  if (options.length > OPTIONS_MAX) return 'fieldOptionsTooMany';
  if (options.some((option) => !option.labels[own].trim())) return 'fieldOptionLabelMissing';
  if (min !== null && max !== null && min > max) return 'fieldBoundsSwapped';
  return undefined;
}
