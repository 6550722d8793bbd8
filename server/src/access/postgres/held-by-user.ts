/**
 * SQL: for each of some users the ids of all their user groups, the derived All group included, and
 * of the roles that these hold: `user_id`, `group_ids`, `role_ids`. Who is in no group is left out.
 *
 * @param users a relation with the columns `tenant_id`, `id` and `customer_id`
 */
export const heldByUsers = (users: string): string => `
  select joined.user_id,
         array_agg(distinct joined.group_id) as group_ids,
         coalesce(array_agg(distinct p.role_id) filter (where p.role_id is not null), '{}') as role_ids
    from (
      select u.tenant_id, u.id as user_id, m.group_id from ${users} u
        join entity_group_members m on m.tenant_id = u.tenant_id and m.user_id = u.id
      union all
      select u.tenant_id, u.id, g.id from ${users} u
        join entity_groups g on g.tenant_id = u.tenant_id and g.owner_customer_id = u.customer_id
       where g.type = 'USER' and g.kind = 'ALL'
      union all
      select u.tenant_id, u.id, g.id from ${users} u
        join entity_groups g on g.tenant_id = u.tenant_id and g.owner_customer_id is null
       where u.customer_id is null and g.type = 'USER' and g.kind = 'ALL'
    ) as joined
    left join group_permissions p
      on p.tenant_id = joined.tenant_id and p.user_group_id = joined.group_id
   group by joined.user_id`;
