import type { PermissionMap } from '../../src/access/generic-permissions.js';
import { mergePermissions, type HeldRights, type Principal } from '../../src/access/principal.js';
import type { Viewer } from '../../src/access/viewer.js';
import { newId } from '../../src/platform/ids.js';
import { knexOf, type Database } from '../../src/platform/postgres/database.js';

/** Everything, without a group. */
export const allRights: PermissionMap = { ALL: ['ALL'] };

/** A tenant in the database, whose people exist only as viewers. */
export const createSampleTenant = async ({ transact }: Database) => {
  const tenantId = newId();
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = newId();
    await transact(tenantId, (tx) =>
      knexOf(tx)(table).insert({ tenant_id: tenantId, id, created_at: new Date(), ...row }),
    );
    return id;
  };
  await transact(tenantId, (tx) =>
    knexOf(tx)('tenants').insert({ id: tenantId, name: tenantId, created_at: new Date() }),
  );

  const viewer = (customerId: string | null, ...held: HeldRights[]): Viewer => {
    const authority = customerId === null ? 'TENANT_ADMIN' : 'CUSTOMER_USER';
    const principal: Principal = {
      tenantId,
      userId: newId(),
      authority,
      customerId,
      permissions: mergePermissions(authority, held),
    };
    return { principal, actor: { kind: 'USER', id: principal.userId, name: 'Ada' } };
  };

  return {
    tenantId,
    addCustomer: (title: string, parentId: string | null = null) =>
      insert('customers', { title, parent_customer_id: parentId }),
    addDevice: (name: string, ownerId: string | null) =>
      insert('devices', { name, owner_customer_id: ownerId, type: 'default' }),
    /** A group with these members. */
    async addGroup(
      type: 'DEVICE' | 'CUSTOMER',
      ownerId: string | null,
      memberIds: string[],
      kind: 'ALL' | 'CUSTOM' = 'CUSTOM',
    ) {
      const groupId = await insert('entity_groups', {
        owner_customer_id: ownerId,
        type,
        kind,
        name: newId(),
      });
      for (const memberId of memberIds) {
        await transact(tenantId, (tx) =>
          knexOf(tx)('entity_group_members').insert({
            tenant_id: tenantId,
            group_id: groupId,
            [`${type.toLowerCase()}_id`]: memberId,
          }),
        );
      }
      return groupId;
    },
    viewer,
    /** Somebody with these generic permissions; of the tenant itself without a customer. */
    viewerWith: (customerId: string | null, permissions: PermissionMap = allRights): Viewer =>
      viewer(customerId, {
        rights: { type: 'GENERIC', permissions, excludedPermissions: {} },
        group: null,
      }),
  };
};

export type SampleTenant = Awaited<ReturnType<typeof createSampleTenant>>;
