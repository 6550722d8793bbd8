import { expect, it } from 'vitest';
import { addressLines } from './address-lines';

it('writes what there is of an address as on a letter', () => {
  const address = { address: 'Main St 1', zip: '10115', city: 'Berlin', country: 'DE' };
  expect(addressLines({ address2: null, state: '', ...address }, 'en')).toEqual([
    'Main St 1',
    '10115 Berlin',
    'Germany',
  ]);
});

it('is empty without an address', () => {
  expect(addressLines({}, 'de')).toEqual([]);
});
