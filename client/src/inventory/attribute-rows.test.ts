import { describe, expect, it } from 'vitest';
import {
  emptyAttribute,
  findAttributeFault,
  toAttributeRows,
  toAttributes,
} from './attribute-rows';

const row = (patch: Partial<ReturnType<typeof emptyAttribute>>) => ({
  ...emptyAttribute(),
  ...patch,
});

describe('attribute rows', () => {
  it('come back as they were', () => {
    const attributes = { floor: -1.5, note: 'two\nlines', on: false, empty: '' };
    expect(toAttributes(toAttributeRows(attributes))).toEqual(attributes);
  });

  it('leave out what nobody filled in', () => {
    expect(toAttributes([emptyAttribute(), row({ name: ' floor ', text: '3' })])).toEqual({
      floor: '3',
    });
    expect(findAttributeFault([emptyAttribute()])).toBeUndefined();
  });

  it('take a decimal comma', () => {
    expect(toAttributes([row({ name: 'floor', type: 'number', text: '1,5' })])).toEqual({
      floor: 1.5,
    });
  });

  it.each([
    ['nameMissing', [row({ text: 'value' })]],
    ['nameMissing', [row({ type: 'boolean' })]],
    ['nameTwice', [row({ name: 'a' }), row({ name: 'a ' })]],
    ['noNumber', [row({ name: 'a', type: 'number', text: 'warm' })]],
    ['noNumber', [row({ name: 'a', type: 'number', text: ' ' })]],
  ] as const)('name the fault %s', (fault, rows) => {
    expect(findAttributeFault(rows)?.fault).toBe(fault);
  });
});
