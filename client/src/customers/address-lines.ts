import type { CustomerQuery } from '../generated/graphql';

type Part = 'address' | 'address2' | 'zip' | 'city' | 'state' | 'country';
type Address = Partial<Pick<CustomerQuery['customer'], Part>>;

/** As on a letter, the country's name in the reader's language; empty without an address. */
export function addressLines(of: Address, locale: string): string[] {
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const lines = [
    of.address,
    of.address2,
    [of.zip, of.city].filter(Boolean).join(' '),
    of.state,
    of.country && regions.of(of.country),
  ];
  return lines.flatMap((line) => line || []);
}
