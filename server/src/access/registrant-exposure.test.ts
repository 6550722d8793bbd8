import { expect, it } from 'vitest';
import { groupOf, parentChain } from '../../test/access/sample-principals.js';
import type { GroupScope } from './entity-group.js';
import { wouldShowRegistrants } from './registrant-exposure.js';

const customers = groupOf('CUSTOMER', []);
const users = groupOf('USER', []);

it.each<[string, GroupScope, string[], boolean]>([
  ['the target customer group', customers, [customers.id], true],
  ['another customer group', customers, ['another'], false],
  ['a user group that registrants enter', users, [users.id], true],
  ['another user group', users, [], false],
  ['all customers of the tenant', groupOf('CUSTOMER', [], 'ALL'), [], true],
  ['all customers of one customer', groupOf('CUSTOMER', parentChain, 'ALL'), [], false],
  ['all users of the tenant itself', groupOf('USER', [], 'ALL'), [], false],
  ['devices', groupOf('DEVICE', [], 'ALL'), [], false],
])('%s', (_, group, entered, shown) => {
  expect(wouldShowRegistrants(group, entered)).toBe(shown);
});
