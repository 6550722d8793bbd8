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

it('says what an id stands for, alone, in a list and in a row', () => {
  const id = '0193b3c4-1111-7222-8333-444455556666';
  const nameOf = (one: string) => (one === id ? 'Thermostats' : undefined);
  const other = id.replace('1111', '9999');
  expect(
    toDifference(
      { defaultDashboardId: null, groupIds: [id] },
      { defaultDashboardId: id, groupIds: [other], gained: [{ roleId: id }] },
      nameOf,
    ),
  ).toEqual([
    { field: 'defaultDashboardId', before: undefined, after: 'Thermostats' },
    { field: 'groupIds', before: 'Thermostats', after: other },
    {
      field: 'gained',
      before: undefined,
      after: JSON.stringify([{ roleId: 'Thermostats' }], null, 2),
    },
  ]);
});
