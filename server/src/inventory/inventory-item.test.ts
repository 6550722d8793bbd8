import { describe, expect, it } from 'vitest';
import { ok } from '../platform/result.js';
import {
  auditedFields,
  blankItem,
  fillIn,
  viewItem,
  type InventoryItem,
} from './inventory-item.js';

const boiler = { name: 'Boiler', type: 'heater', label: 'Cellar', attributes: { floor: -1 } };

const faultsOf = (outcome: ReturnType<typeof fillIn>) =>
  outcome.ok ? [] : outcome.failure.map(({ field, code }) => [field.join('.'), code]);

describe('fillIn', () => {
  it('makes a new item from its name alone', () => {
    expect(fillIn(blankItem, { name: ' Boiler ' })).toEqual(
      ok({ name: 'Boiler', type: 'default', label: null, attributes: {} }),
    );
  });

  it('keeps what is absent', () => {
    expect(fillIn(boiler, {})).toEqual(ok(boiler));
  });

  it('clears what is null, but for the name', () => {
    expect(fillIn(boiler, { type: null, label: null, attributes: null })).toEqual(
      ok({ name: 'Boiler', type: 'default', label: null, attributes: {} }),
    );
    expect(faultsOf(fillIn(boiler, { name: null }))).toEqual([['input.name', 'REQUIRED']]);
  });

  it('names all faults at once', () => {
    const long = 'x'.repeat(256);
    const outcome = fillIn(blankItem, {
      type: long,
      label: 'a\0b',
      attributes: { a: null, b: [] },
    });
    expect(faultsOf(outcome)).toEqual([
      ['input.name', 'REQUIRED'],
      ['input.type', 'TOO_LONG'],
      ['input.label', 'INVALID_TEXT'],
      ['input.attributes', 'INVALID_ATTRIBUTES'],
      ['input.attributes', 'INVALID_ATTRIBUTES'],
    ]);
  });
});

it('hides attributes from who may not read them', () => {
  const item: InventoryItem = { ...boiler, id: 'd', ownerCustomerId: null, createdAt: new Date() };
  expect(viewItem(item, ['READ']).attributes).toBeNull();
  expect(viewItem(item, ['READ', 'READ_ATTRIBUTES']).attributes).toEqual({ floor: -1 });
});

it('audits attribute by attribute', () => {
  expect(auditedFields(boiler)).toEqual({
    name: 'Boiler',
    type: 'heater',
    label: 'Cellar',
    'attributes.floor': -1,
  });
});
