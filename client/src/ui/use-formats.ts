import { useI18n } from 'vue-i18n';
import { toAgo } from './ago';

/** The API counts no further than this. */
const COUNT_CAP = 10_000;

/** Dates and numbers in the person's language. */
export function useFormats() {
  const { locale } = useI18n();

  function number(value: number): string {
    return new Intl.NumberFormat(locale.value).format(value);
  }

  return {
    number,
    /** Counts at the API's cap read "10,000+". */
    count: (value: number) => number(value) + (value >= COUNT_CAP ? '+' : ''),
    /** "Devices, assets and users". */
    list: (items: readonly string[]) => new Intl.ListFormat(locale.value).format(items),
    dateTime: (value: string) =>
      new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(value),
      ),
    ago: (value: string) => toAgo(new Date(value), new Date(), locale.value),
  };
}
