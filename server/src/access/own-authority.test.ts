import { expect, it } from 'vitest';
import {
  customerUser,
  generic,
  groupOf,
  onGroup,
  parentChain,
  parent,
} from '../../test/access/sample-principals.js';
import { keepsAuthority } from './own-authority.js';
import type { Principal } from './principal.js';

const shared = groupOf('DEVICE', []);
const user = (...held: Parameters<typeof customerUser>[1][]) => customerUser(parent, ...held);

it.each<[string, Principal, Principal, boolean]>([
  ['nothing changes', user(generic({ DEVICE: ['ALL'] })), user(generic({ DEVICE: ['ALL'] })), true],
  ['a generic role goes', user(generic({ DEVICE: ['ALL'] })), user(), false],
  [
    'one operation of it goes',
    user(generic({ DEVICE: ['READ', 'WRITE'] })),
    user(generic({ DEVICE: ['READ'] })),
    false,
  ],
  ['a role on a group goes', user(onGroup(shared, 'READ')), user(), false],
  [
    'a role on a group goes that a generic one makes needless',
    user(onGroup(groupOf('DEVICE', parentChain), 'READ'), generic({ ALL: ['READ'] })),
    user(generic({ ALL: ['READ'] })),
    true,
  ],
  [
    'a role that never took full effect stays',
    user(onGroup(shared, 'ALL'), generic({ ALL: ['READ'] })),
    user(onGroup(shared, 'ALL'), generic({ ALL: ['READ'] })),
    true,
  ],
])('%s', (_, before, after, kept) => {
  expect(keepsAuthority(before, after, parentChain)).toBe(kept);
});
