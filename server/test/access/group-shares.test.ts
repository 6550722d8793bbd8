import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { done } from './access-api.js';
import { startAccessWorld, type AccessTenant, type AccessWorld } from './access-world.js';

let world: AccessWorld;
let acme: AccessTenant;
let admin: string;
let customer: string;
let customerAdmin: string;
let customerUsers: string;
let colleague: string;

beforeAll(async () => {
  world = await startAccessWorld();
});
beforeEach(async () => {
  acme = await world.createTenant();
  admin = await acme.addUser(null, 'Tenant Administrators');
  customer = await acme.addCustomer();
  customerAdmin = await acme.addUser(customer, 'Customer Administrators');
  colleague = await acme.addUser(customer);
  customerUsers = done(
    await acme.api.createGroup(customerAdmin, {
      ...{ name: 'Night shift', type: 'USER', memberIds: [colleague] },
    }),
  ).id;
});

const groupWithDevice = async (as: string, owner: string | null) => {
  const device = await acme.addItem('DEVICE', owner);
  const { id } = done(
    await acme.api.createGroup(as, { name: 'Meters', type: 'DEVICE', memberIds: [device] }),
  );
  return { id, device };
};

const canOn = async (as: string, device: string): Promise<string[]> => {
  const asked = acme.call<{ devices: { nodes: { id: string; viewerCan: string[] }[] } }>(
    as,
    `{ devices(first: 100) { nodes { id viewerCan } } }`,
  );
  // Who holds nothing on any device may not even ask.
  const answer = await asked.catch((error: unknown) => {
    if ((error as { code?: string }).code === 'FORBIDDEN') return null;
    throw error;
  });
  return answer?.devices.nodes.find(({ id }) => id === device)?.viewerCan ?? [];
};

describe('sharing an entity group', () => {
  it('for reading shows what it holds; for writing lets it be changed, never deleted', async () => {
    const { id: entityGroupId, device } = await groupWithDevice(admin, null);
    const naming = { userGroupId: customerUsers, entityGroupId };
    expect(await canOn(colleague, device)).toEqual([]);
    const read = done(await acme.api.share(admin, { ...naming, access: 'READ' }));
    expect(read.role.name).toBe('Entity Group Read-only User');
    expect(await canOn(colleague, device)).toEqual(['READ', 'READ_ATTRIBUTES']);
    done(await acme.api.share(admin, { ...naming, access: 'WRITE' }));
    expect(await canOn(colleague, device)).toEqual([
      ...['READ', 'WRITE', 'READ_ATTRIBUTES', 'WRITE_ATTRIBUTES'],
    ]);
    const again = await acme.api.share(admin, { ...naming, access: 'READ' });
    expect(again.faults).toEqual(['input.roleId ALREADY_GRANTED']);
  });

  it('with a role of one’s choice needs that role', async () => {
    const { id: entityGroupId } = await groupWithDevice(admin, null);
    const naming = { userGroupId: customerUsers, entityGroupId, access: 'ROLE' } as const;
    expect((await acme.api.share(admin, naming)).faults).toEqual(['input.roleId REQUIRED']);
    const role = done(
      await acme.api.createRole(admin, { name: 'W', type: 'GROUP', operations: ['WRITE'] }),
    );
    const shared = done(await acme.api.share(admin, { ...naming, roleId: role.id }));
    expect(shared.role.name).toBe('W');
  });

  it('is listed with the group, and ends at once when it is revoked', async () => {
    const { id: entityGroupId, device } = await groupWithDevice(admin, null);
    const naming = { userGroupId: customerUsers, entityGroupId };
    const { id } = done(await acme.api.share(admin, { ...naming, access: 'READ' }));
    expect(await acme.api.shares(admin, entityGroupId)).toMatchObject([
      { id, userGroup: { name: 'Night shift' } },
    ]);
    expect(done(await acme.api.revoke(admin, id))).toBe(id);
    expect(await acme.api.shares(admin, entityGroupId)).toEqual([]);
    expect(await canOn(colleague, device)).toEqual([]);
  });

  it('of a customer’s own is up to the customer, who sees no shares of others', async () => {
    const own = await groupWithDevice(customerAdmin, customer);
    done(
      await acme.api.share(customerAdmin, {
        ...{ userGroupId: customerUsers, entityGroupId: own.id, access: 'READ' },
      }),
    );
    expect(await canOn(colleague, own.device)).toEqual(['READ', 'READ_ATTRIBUTES']);

    const other = await acme.addCustomer();
    const others = await acme.groupNamed(other, 'Customer Users');
    const { id: entityGroupId } = await groupWithDevice(admin, null);
    for (const userGroupId of [customerUsers, others]) {
      done(await acme.api.share(admin, { userGroupId, entityGroupId, access: 'READ' }));
    }
    expect(await acme.api.shares(admin, entityGroupId)).toHaveLength(2);
    const admins = await acme.groupNamed(customer, 'Customer Administrators');
    done(await acme.api.share(admin, { userGroupId: admins, entityGroupId, access: 'READ' }));
    const seen = await acme.api.shares(customerAdmin, entityGroupId);
    expect(seen.map(({ userGroup }) => userGroup.name).sort()).toEqual([
      'Customer Administrators',
      'Night shift',
    ]);
    await expect(acme.api.shares(colleague, own.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('never gives more than the sharer has on the group', async () => {
    const { id: entityGroupId } = await groupWithDevice(admin, null);
    const admins = await acme.groupNamed(customer, 'Customer Administrators');
    const roleOf = async (...operations: string[]) =>
      done(
        await acme.api.createRole(admin, { name: String(operations), type: 'GROUP', operations }),
      ).id;
    const held = { userGroupId: admins, entityGroupId, access: 'ROLE' } as const;
    done(await acme.api.share(admin, { ...held, roleId: await roleOf('READ', 'READ_ATTRIBUTES') }));
    const onward = { userGroupId: customerUsers, entityGroupId };
    await expect(
      acme.api.share(customerAdmin, { ...onward, access: 'READ' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });

    done(await acme.api.share(admin, { ...held, roleId: await roleOf('SHARE_GROUP') }));
    const shared = done(await acme.api.share(customerAdmin, { ...onward, access: 'READ' }));
    const wider = await acme.api.share(customerAdmin, { ...onward, access: 'WRITE' });
    expect(wider.faults).toEqual(['input.roleId GRANT_EXCEEDS_OWN']);
    expect(done(await acme.api.revoke(customerAdmin, shared.id))).toBe(shared.id);
  });
});
