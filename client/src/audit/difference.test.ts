import { expect, it } from 'vitest';
import { toDifference } from './difference';

it('names each field once, what was removed first', () => {
  expect(toDifference({ name: 'Boiler', label: 'old' }, { name: 'Heater', type: 'x' })).toEqual([
    { field: 'name', before: 'Boiler', after: 'Heater' },
    { field: 'label', before: 'old', after: undefined },
    { field: 'type', before: undefined, after: 'x' },
  ]);
});

it('leaves equal fields out, and tells a text from a number only where it matters', () => {
  expect(toDifference({ enabled: true, tags: [1] }, { enabled: false, tags: [1] })).toEqual([
    { field: 'enabled', before: 'true', after: 'false' },
  ]);
});

it('goes into maps, and reads lists out', () => {
  expect(
    toDifference(
      { permissions: { ALL: ['READ'], PROFILE: ['ALL'] } },
      { permissions: { ALL: ['READ', 'WRITE'], PROFILE: ['ALL'] } },
    ),
  ).toEqual([{ field: 'permissions.ALL', before: 'READ', after: 'READ, WRITE' }]);
});

it('shows what was made and what was deleted', () => {
  expect(toDifference(null, { name: 'Boiler' })).toEqual([
    { field: 'name', before: undefined, after: 'Boiler' },
  ]);
  expect(toDifference({ name: 'Boiler' }, null)).toEqual([
    { field: 'name', before: 'Boiler', after: undefined },
  ]);
  expect(toDifference(null, null)).toEqual([]);
});
