import type { CustomerQuery } from '../generated/graphql';

/** In the order of the form; the country is chosen. */
export const TYPED_PARTS = ['address', 'address2', 'zip', 'city', 'state'] as const;

type Part = (typeof TYPED_PARTS)[number] | 'country';
export type Address = Pick<CustomerQuery['customer'], Part>;
export type AddressForm = Record<Part, string>;

const PARTS = [...TYPED_PARTS, 'country'] as const;

export function toAddressForm(saved: Address): AddressForm {
  return Object.fromEntries(PARTS.map((part) => [part, saved[part] ?? ''])) as AddressForm;
}

export function toAddressInput(form: AddressForm): Record<Part, string | null> {
  const given = PARTS.map((part) => [part, (form[part] as string | undefined)?.trim() || null]);
  return Object.fromEntries(given) as Record<Part, string | null>;
}
