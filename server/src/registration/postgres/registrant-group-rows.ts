import { countLimit } from '../../platform/page.js';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { RegistrantGroups } from '../registrant-groups.js';

/** Two ranges of the index beside the value: as many steps as there are differences. */
const drifted = (columns: string): string => `
  select ${columns} from registrant_groups g
   where g.tenant_id = page.tenant_id and g.self_registration_id = page.id
     and g.grants_held < page.promised
  union all
  select ${columns} from registrant_groups g
   where g.tenant_id = page.tenant_id and g.self_registration_id = page.id
     and g.grants_held > page.promised`;

const pages = `
  select s.tenant_id, s.id, gatehouse.grants_promised(s.tenant_id, s.id) as promised
    from self_registrations s where s.tenant_id = ? and s.id = any(?::uuid[])`;

const count = async (
  tx: Tx,
  selfRegistrationIds: readonly string[],
  limit: number | null,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await knexOf(tx).raw<{ rows: { id: string; count: string }[] }>(
    `with page as materialized (${pages})
     select page.id, (select count(*) from (${drifted('1')} limit ?) as found) as count from page`,
    [tx.tenantId, selfRegistrationIds, limit] as never,
  );
  return new Map(rows.map((row) => [row.id, Number(row.count)]));
};

export const registrantGroupRows: RegistrantGroups = {
  async add(tx, userGroupId, selfRegistrationId) {
    await knexOf(tx).raw(
      `insert into registrant_groups (tenant_id, user_group_id, self_registration_id, grants_held)
       values (:tenant, :group, :page, gatehouse.grants_held(:tenant, :group))`,
      { tenant: tx.tenantId, group: userGroupId, page: selfRegistrationId },
    );
  },

  async promisedBy(tx, selfRegistrationId) {
    const { rows } = await knexOf(tx).raw<{ rows: [{ promised: string }] }>(
      'select gatehouse.grants_promised(?, ?) as promised',
      [tx.tenantId, selfRegistrationId],
    );
    return rows[0].promised;
  },

  countDrifted: (tx, selfRegistrationIds) => count(tx, selfRegistrationIds, countLimit),

  async countAllDrifted(tx, selfRegistrationId) {
    return (await count(tx, [selfRegistrationId], null)).get(selfRegistrationId) ?? 0;
  },

  async listDrifted(tx, selfRegistrationId, first, { after = null, except = [] }) {
    const { rows } = await knexOf(tx).raw<{
      rows: { user_group_id: string; customer_id: string; grants_held: string }[];
    }>(
      `with page as materialized (${pages})
       select found.user_group_id, found.grants_held, e.owner_customer_id as customer_id
         from page cross join lateral (${drifted('g.tenant_id, g.user_group_id, g.grants_held')}) as found
         join entity_groups e on e.tenant_id = found.tenant_id and e.id = found.user_group_id
        where (?::uuid is null or (found.grants_held, found.user_group_id) > (?::uuid, ?::uuid))
          and found.user_group_id <> all(?::uuid[])
        order by found.grants_held, found.user_group_id limit ?`,
      [
        ...[tx.tenantId, [selfRegistrationId]],
        ...[after?.grantsHeld ?? null, after?.grantsHeld ?? null, after?.userGroupId ?? null],
        ...[except, first],
      ] as never,
    );
    return rows.map((row) => ({
      userGroupId: row.user_group_id,
      customerId: row.customer_id,
      grantsHeld: row.grants_held,
    }));
  },
};
