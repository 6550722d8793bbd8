import { describe, expect, it } from 'vitest';
import type { Operation, Resource } from '../generated/graphql';
import {
  cellState,
  noRights,
  toggleCell,
  toPermissionInput,
  toPermissionMap,
  type GenericRights,
} from './permission-map';

const press = (rights: GenericRights, ...cells: (readonly [Resource, Operation])[]) =>
  cells.reduce((now, [resource, operation]) => toggleCell(now, resource, operation), rights);

describe('the permission matrix', () => {
  it('names a single cell and takes it back', () => {
    const one = press(noRights, ['DEVICE', 'READ']);
    expect(cellState(one, 'DEVICE', 'READ')).toBe('named');
    expect(cellState(one, 'DEVICE', 'WRITE')).toBe('off');
    expect(toPermissionInput(press(one, ['DEVICE', 'READ']).permissions)).toEqual([]);
  });

  it('ticks a whole row by its wildcard', () => {
    const row = press(noRights, ['DEVICE', 'READ'], ['DEVICE', 'ALL']);
    expect(row.permissions).toEqual({ DEVICE: ['ALL'] });
    expect(cellState(row, 'DEVICE', 'DELETE')).toBe('implied');
    expect(cellState(row, 'ASSET', 'READ')).toBe('off');
  });

  it('ticks a whole column by the row of everything', () => {
    const column = press(noRights, ['ALL', 'READ']);
    expect(cellState(column, 'AUDIT_LOG', 'READ')).toBe('implied');
    expect(cellState(column, 'DEVICE', 'WRITE')).toBe('off');
  });

  it('takes off what a wildcard gives, cell by cell or a whole row', () => {
    const all = press(noRights, ['ALL', 'ALL'], ['DEVICE', 'DELETE'], ['ROLE', 'ALL']);
    expect(all.excluded).toEqual({ DEVICE: ['DELETE'], ROLE: ['ALL'] });
    expect(cellState(all, 'DEVICE', 'DELETE')).toBe('excluded');
    expect(cellState(all, 'ROLE', 'READ')).toBe('excluded');
    expect(cellState(all, 'DEVICE', 'READ')).toBe('implied');
    expect(cellState(press(all, ['ROLE', 'ALL']), 'ROLE', 'READ')).toBe('implied');
  });

  it('leaves a cell alone that a whole row takes off', () => {
    const all = press(noRights, ['ALL', 'ALL'], ['ROLE', 'ALL']);
    expect(press(all, ['ROLE', 'READ'])).toEqual(all);
  });

  it('forgets exclusions together with what they were taken off', () => {
    const gone = press(noRights, ['ALL', 'ALL'], ['DEVICE', 'DELETE'], ['ALL', 'ALL']);
    expect(toPermissionInput(gone.excluded)).toEqual([]);
  });

  it('goes to the API and back unchanged', () => {
    const { permissions } = press(noRights, ['DEVICE', 'READ'], ['ASSET', 'ALL']);
    expect(toPermissionMap(toPermissionInput(permissions))).toEqual(permissions);
  });
});
