import { useI18n } from 'vue-i18n';
import { anyText } from '../../ui/form/localized';
import type { Locale } from '../../ui/appearance-store';
import type { FieldRow } from './fields-form';

/** What a field is called in the editor. */
export function useFieldWords() {
  const { t } = useI18n();

  const ours = (key: string) => t(`registration.fields.builtIn.${key}`);

  function nameOf(row: Pick<FieldRow, 'key' | 'isCustom' | 'labels'>, own: Locale): string {
    return anyText(row.labels, own) || (row.isCustom ? row.key : ours(row.key));
  }

  return { ours, nameOf };
}
