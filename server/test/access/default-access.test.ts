import { beforeAll, beforeEach, expect, it } from 'vitest';
import { loadPrincipal } from '../../src/access/index.js';
import { newId } from '../../src/platform/ids.js';
import { knexOf } from '../../src/platform/postgres/database.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';

let world: AccessWorld;
let acme: AccessTenant;

beforeAll(async () => {
  world = await startAccessWorld();
});
beforeEach(async () => {
  acme = await world.createTenant();
});

const permissionsOf = async (userId: string) => {
  const { generic } = (await acme.viewerOf(userId)).principal.permissions;
  return Object.fromEntries(
    [...generic].map(([resource, given]) => [resource, [...given].join(' ')]),
  );
};

it('gives the default user groups their roles', async () => {
  const customer = await acme.addCustomer();
  const administrator = await permissionsOf(await acme.addUser(null, 'Tenant Administrators'));
  expect(administrator).toMatchObject({ DOMAIN: 'READ WRITE CREATE DELETE', AUDIT_LOG: 'READ' });
  const tenantUser = await permissionsOf(await acme.addUser(null, 'Tenant Users'));
  expect(tenantUser).toMatchObject({ DOMAIN: 'READ', PROFILE: 'READ WRITE' });
  const customerUser = await permissionsOf(await acme.addUser(customer, 'Customer Users'));
  expect(customerUser).toMatchObject({ DEVICE: 'READ READ_ATTRIBUTES', PROFILE: 'READ WRITE' });
  expect(customerUser).not.toHaveProperty('DOMAIN');
  expect(await permissionsOf(await acme.addUser(customer))).toEqual({});
});

it('makes the groups of a customer once, whoever asks at the same time', async () => {
  const customer = await acme.addCustomer();
  const asked = await Promise.all(
    [1, 2, 3, 4].map(() => acme.groupNamed(customer, 'Customer Administrators')),
  );
  expect(new Set(asked).size).toBe(1);
  const permissions = await acme.inTenant((tx) =>
    knexOf(tx)<object>('group_permissions').where({ user_group_id: asked[0] }),
  );
  expect(permissions).toHaveLength(1);
});

it('knows nobody by an id of another tenant', async () => {
  const user = await acme.addUser(null, 'Tenant Administrators');
  const globex = await world.createTenant();
  expect(await globex.inTenant((tx) => loadPrincipal(tx, user))).toBeNull();
  expect(await acme.inTenant((tx) => loadPrincipal(tx, newId()))).toBeNull();
});
