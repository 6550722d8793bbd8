import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { Authority } from '../authority.js';
import { mergePermissions, type HeldRights, type Principal } from '../principal.js';
import {
  rightsColumns,
  scopeColumns,
  toOptionalScope,
  toRights,
  type OptionalScopeRow,
  type RightsRow,
} from './stored-rights.js';

type Row = { authority: Authority; customer_id: string | null } & OptionalScopeRow &
  (RightsRow | { [Column in keyof RightsRow]: null });

/** System administrators have no groups: their authority alone says what they may. */
const everything: HeldRights = {
  rights: { type: 'GENERIC', permissions: { ALL: ['ALL'] }, excludedPermissions: {} },
  group: null,
};

const sql = `
  with me as (
    select id, authority, customer_id from users where tenant_id = :tenant and id = :user
  ), my_groups as (
    select m.group_id as id from entity_group_members m where m.tenant_id = :tenant and m.user_id = :user
    union all
    select g.id from entity_groups g join me on g.owner_customer_id = me.customer_id
     where g.tenant_id = :tenant and g.type = 'USER' and g.kind = 'ALL'
    union all
    select g.id from entity_groups g join me on me.customer_id is null
     where g.tenant_id = :tenant and g.type = 'USER' and g.kind = 'ALL' and g.owner_customer_id is null
  )
  select me.authority, me.customer_id, held.* from me
    left join (
      select ${rightsColumns}, ${scopeColumns} from group_permissions p
        join roles r on r.tenant_id = p.tenant_id and r.id = p.role_id
        left join entity_groups g on g.tenant_id = p.tenant_id and g.id = p.entity_group_id
       where p.tenant_id = :tenant and p.user_group_id in (select id from my_groups)
    ) as held on true`;

/** Somebody with the union of what all their user groups hold, in one statement. */
export const loadPrincipal = async (tx: Tx, userId: string): Promise<Principal | null> => {
  const bindings = { tenant: tx.tenantId, user: userId };
  const { rows } = await knexOf(tx).raw<{ rows: Row[] }>(sql, bindings);
  const [me] = rows;
  if (!me) return null;
  const held = rows.flatMap((row) =>
    row.role_type === null ? [] : [{ rights: toRights(row), group: toOptionalScope(row) }],
  );
  return {
    tenantId: tx.tenantId,
    userId,
    authority: me.authority,
    customerId: me.customer_id,
    permissions: mergePermissions(me.authority, me.authority === 'SYS_ADMIN' ? [everything] : held),
  };
};
