/** Columns of a row of `users`, with its alias. */
interface UserColumns {
  readonly tenant: string;
  readonly id: string;
  readonly owner: string;
}

/** SQL: an array of the ids of all user groups of a user, the derived All group included. */
export const groupIdsOfUser = ({ tenant, id, owner }: UserColumns): string => `array(
  select m.group_id from entity_group_members m where m.tenant_id = ${tenant} and m.user_id = ${id}
  union all
  select g.id from entity_groups g
   where g.tenant_id = ${tenant} and g.type = 'USER' and g.kind = 'ALL'
     and (g.owner_customer_id = ${owner} or (g.owner_customer_id is null and ${owner} is null)))`;

/** SQL: an array of the ids of all roles that these user groups hold. */
export const roleIdsOfGroups = (tenant: string, groupIds: string): string => `array(
  select distinct p.role_id from group_permissions p
   where p.tenant_id = ${tenant} and p.user_group_id = any(${groupIds}))`;
