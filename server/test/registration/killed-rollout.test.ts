import { beforeAll, describe, expect, it } from 'vitest';
import { letPass, setUp } from './installation.js';
import { createKillableServers, type KillableServers } from './killable-servers.js';
import { applyRoles, endOf, stateOf } from './rollout-world.js';

const customers = 800;

let mails: KillableServers['mails'];
let stored: KillableServers['stored'];
let start: KillableServers['start'];

beforeAll(async () => {
  ({ mails, stored, start } = await createKillableServers());
});

/** Customers of the page whose registrants hold nothing yet. */
const addCustomers = async (selfRegistrationId: string): Promise<void> => {
  await stored.select(
    `insert into customers (tenant_id, id, title, created_at)
     select tenant_id, gen_random_uuid(), 'Customer ' || n, now()
       from self_registrations, generate_series(1, $2::int) as n where id = $1`,
    [selfRegistrationId, customers],
  );
  await stored.select(
    `insert into entity_groups (tenant_id, id, owner_customer_id, type, kind, name, created_at)
     select tenant_id, gen_random_uuid(), id, 'USER', 'DEFAULT', 'Self Registration Users', now()
       from customers`,
  );
  await stored.select(
    `insert into registrant_groups (tenant_id, user_group_id, self_registration_id, grants_held)
     select tenant_id, id, $1, gatehouse.grants_held(tenant_id, id)
       from entity_groups where name = 'Self Registration Users'`,
    [selfRegistrationId],
  );
};

const countOf = async (sql: string): Promise<number> =>
  (await stored.select<{ count: number }>(sql))[0]?.count ?? 0;

describe('a server that is killed while it applies roles to customers', () => {
  it('leaves the rest to the next one, which does nothing twice', async () => {
    const first = await start();
    const { admin, selfRegistrationId } = await setUp(first, mails, 'acme.localhost');
    await addCustomers(selfRegistrationId);
    expect(await applyRoles(admin, selfRegistrationId)).toEqual([]);
    const done = async () => (await stateOf(admin, selfRegistrationId)).roleRollout?.done ?? 0;
    await expect.poll(done, { interval: 20, timeout: 10_000 }).toBeGreaterThan(0);
    await first.kill();
    const before = await countOf('select done as count from role_rollouts');
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(customers);

    await letPass(stored, 31);
    await start();
    expect(await endOf(admin, selfRegistrationId)).toMatchObject({
      ...{ state: 'DONE', total: customers, done: customers, failed: 0 },
    });
    const permissions = `select count(*)::int as count from group_permissions p
      join registrant_groups g on g.user_group_id = p.user_group_id`;
    expect(await countOf(permissions)).toBe(customers);
    const acts = `select count(*)::int as count from audit_log_entries
      where action = 'entity_group.roles_applied'`;
    expect(await countOf(acts)).toBe(customers);
  }, 90_000);
});
