import { expect, it } from 'vitest';
import { isAllowedOn, operationsOf } from '../../../server/src/access/permission-matrix';
import { ALLOWED_OPERATIONS, WITHOUT_WILDCARD } from './allowed-operations';

it('offers exactly what the server allows on each resource', () => {
  expect(ALLOWED_OPERATIONS).toEqual(operationsOf);
});

it('offers the wildcard where the server takes it', () => {
  for (const resource of Object.keys(operationsOf) as (keyof typeof operationsOf)[]) {
    expect([resource, WITHOUT_WILDCARD.has(resource)]).toEqual([
      resource,
      !isAllowedOn(resource, 'ALL'),
    ]);
  }
});
