import { expect, it } from 'vitest';
import { changedFields } from './changed-fields.js';

it('names only what differs, on both sides', () => {
  const before = { name: 'Boiler', type: 'default', attributes: { floor: 1 }, label: 'Cellar' };
  const after = { name: 'Heater', type: 'default', attributes: { floor: 1 } };
  expect(changedFields(before, after)).toEqual({
    before: { name: 'Boiler', label: 'Cellar' },
    after: { name: 'Heater', label: null },
  });
});

it('is null when nothing differs', () => {
  expect(changedFields({ name: 'Boiler' }, { name: 'Boiler' })).toBeNull();
});
