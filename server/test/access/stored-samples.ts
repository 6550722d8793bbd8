import type { EntityType } from '../../src/access/entity-group.js';
import { allGroupName } from '../../src/access/default-groups.js';
import { directOwner } from '../../src/access/owner-chain.js';
import { entityGroupRows } from '../../src/access/postgres/entity-group-rows.js';
import { entityTables } from '../../src/access/postgres/entity-tables.js';
import { groupMemberRows } from '../../src/access/postgres/group-member-rows.js';
import { knexOf, type Database } from '../../src/platform/postgres/database.js';
import type { Tx } from '../../src/platform/transaction.js';
import { groups, members } from './arbitrary-access.js';
import { child, idOf, other, parent, sampleTenant } from './sample-principals.js';

const createdAt = new Date('2026-01-01T00:00:00Z');

export const insertTenant = async (tx: Tx, id: string, name: string): Promise<void> => {
  await knexOf(tx)('tenants').insert({ id, name, created_at: createdAt });
};

export const insertCustomer = async (
  tx: Tx,
  id: string,
  parentId: string | null,
): Promise<void> => {
  const row = { tenant_id: tx.tenantId, id, parent_customer_id: parentId, created_at: createdAt };
  await knexOf(tx)('customers').insert({ ...row, title: `Customer ${id}` });
};

export const insertUser = async (tx: Tx, id: string, customerId: string | null): Promise<void> => {
  await knexOf(tx)('users').insert({
    tenant_id: tx.tenantId,
    id,
    authority: customerId === null ? 'TENANT_ADMIN' : 'CUSTOMER_USER',
    customer_id: customerId,
    email: `${id}@example.com`,
    email_key: `${id}@example.com`,
    state: 'ACTIVE',
    // Nobody signs in with a password here.
    password_hash: 'none',
    created_at: createdAt,
  });
};

const titled = (title: string) => ({ title, updated_at: createdAt });

export const insertItem = async (
  tx: Tx,
  type: EntityType,
  id: string,
  ownerCustomerId: string | null,
): Promise<void> => {
  const row = { tenant_id: tx.tenantId, id, owner_customer_id: ownerCustomerId };
  const names = type === 'DASHBOARD' ? titled(id) : { name: id, type: 'sample' };
  await knexOf(tx)(entityTables[type].table).insert({ ...row, ...names, created_at: createdAt });
};

/** The sample customers, groups and entities, in their tenant. */
export const storeSamples = ({ transact }: Database): Promise<void> =>
  transact(sampleTenant, async (tx) => {
    await insertTenant(tx, sampleTenant, 'Sample');
    await insertCustomer(tx, parent, null);
    await insertCustomer(tx, child, parent);
    await insertCustomer(tx, other, null);
    for (const group of groups) {
      const name = group.kind === 'ALL' ? allGroupName : idOf(group.id);
      await entityGroupRows.insert(tx, { ...group, name, createdAt });
    }
    for (const { resource, id, ownerChain, groupIds } of members) {
      const owner = directOwner(ownerChain);
      const type = resource as EntityType;
      if (type === 'CUSTOMER') await insertCustomer(tx, id, owner);
      else if (type === 'USER') await insertUser(tx, id, owner);
      else await insertItem(tx, type, id, owner);
      for (const groupId of groupIds) await groupMemberRows.add(tx, groupId, type, [id]);
    }
  });
