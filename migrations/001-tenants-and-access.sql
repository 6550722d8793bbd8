-- Tenants, people, customers, roles and groups; the tenant wall around them.
-- Every tenant table has tenant_id first in its key and row-level security for gatehouse_app.

create schema gatehouse;
revoke all on schema gatehouse from public;
grant usage on schema gatehouse to gatehouse_app;
grant usage on schema public to gatehouse_app;

-- A local setting that ended is an empty string, not NULL: a bare cast would throw on used connections.
create function gatehouse.current_tenant() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Puts a tenant table behind the wall and opens it to the server's role.
create procedure gatehouse.guard_tenant_table(tenant_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format(
    'create policy tenant_wall on %s to gatehouse_app using (tenant_id = gatehouse.current_tenant()) with check (tenant_id = gatehouse.current_tenant())',
    tenant_table);
  execute format('grant select, insert, update, delete on %s to gatehouse_app', tenant_table);
end $$;

create table tenants (
  id uuid not null,
  name text not null,
  state text not null default 'ACTIVE',
  is_system boolean not null default false,
  created_at timestamptz not null,
  constraint tenants_pkey primary key (id),
  constraint tenants_name_length check (char_length(name) between 1 and 255),
  constraint tenants_state_known check (state in ('ACTIVE', 'SUSPENDED'))
);
create unique index tenants_name_key on tenants (lower(name));
create unique index tenants_one_system_key on tenants (is_system) where is_system;
alter table tenants enable row level security;
create policy tenant_wall on tenants to gatehouse_app
  using (id = gatehouse.current_tenant()) with check (id = gatehouse.current_tenant());
grant select, insert, update, delete on tenants to gatehouse_app;

create table customers (
  tenant_id uuid not null,
  id uuid not null,
  parent_customer_id uuid,
  title text not null,
  email text,
  created_at timestamptz not null,
  constraint customers_pkey primary key (tenant_id, id),
  constraint customers_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint customers_parent_fkey foreign key (tenant_id, parent_customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint customers_title_length check (char_length(title) between 1 and 510)
);
create index customers_parent_idx on customers (tenant_id, parent_customer_id, id);
create index customers_title_idx on customers (tenant_id, title, id);
call gatehouse.guard_tenant_table('customers');

-- A customer and all below it. Runs as the caller, so the tenant wall holds inside.
-- Most customers have nobody below them: with the default guess of 1,000 rows no list would use an index.
create function gatehouse.customer_subtree(root uuid) returns setof uuid
  language sql stable rows 4
  as $$
    with recursive subtree as (
      select id from public.customers where tenant_id = gatehouse.current_tenant() and id = root
      union
      select child.id from public.customers child
        join subtree on child.parent_customer_id = subtree.id
       where child.tenant_id = gatehouse.current_tenant()
    )
    select id from subtree
  $$;

-- A customer and all above it, nearest first: its owner chain without the tenant.
create function gatehouse.customer_ancestors(leaf uuid) returns setof uuid
  language sql stable rows 4
  as $$
    with recursive chain as (
      select id, parent_customer_id, 0 as distance from public.customers
       where tenant_id = gatehouse.current_tenant() and id = leaf
      union all
      select parent.id, parent.parent_customer_id, chain.distance + 1 from public.customers parent
        join chain on parent.id = chain.parent_customer_id
       where parent.tenant_id = gatehouse.current_tenant()
    )
    select id from chain order by distance
  $$;

create table users (
  tenant_id uuid not null,
  id uuid not null,
  authority text not null,
  customer_id uuid,
  email text not null,
  email_key text not null,
  first_name text,
  last_name text,
  locale text,
  password_hash text,
  state text not null,
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  constraint users_pkey primary key (tenant_id, id),
  constraint users_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint users_customer_fkey foreign key (tenant_id, customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint users_authority_known check (authority in ('SYS_ADMIN', 'TENANT_ADMIN', 'CUSTOMER_USER')),
  constraint users_customer_fits_authority check ((authority = 'CUSTOMER_USER') = (customer_id is not null)),
  constraint users_state_known check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
  constraint users_active_has_password check (state <> 'ACTIVE' or password_hash is not null),
  constraint users_email_length check (char_length(email) between 3 and 254),
  constraint users_name_length check (
    coalesce(char_length(first_name), 0) <= 255 and coalesce(char_length(last_name), 0) <= 255)
);
-- An address belongs to whoever chose a password: invitations neither block it nor tell of it.
create unique index users_email_key on users (tenant_id, email_key) where password_hash is not null;
-- Administrators sign in on the console's address, where the tenant is not known yet.
create unique index users_administrator_email_key on users (email_key)
  where authority in ('SYS_ADMIN', 'TENANT_ADMIN') and password_hash is not null;
create unique index users_owner_email_key on users (tenant_id, customer_id, email_key) nulls not distinct;
create index users_administrator_idx on users (id) where authority in ('SYS_ADMIN', 'TENANT_ADMIN');
create index users_customer_idx on users (tenant_id, customer_id, id) where customer_id is not null;
call gatehouse.guard_tenant_table('users');

create table devices (
  tenant_id uuid not null,
  id uuid not null,
  owner_customer_id uuid,
  name text not null,
  type text not null,
  label text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  constraint devices_pkey primary key (tenant_id, id),
  constraint devices_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint devices_owner_fkey foreign key (tenant_id, owner_customer_id)
    references customers (tenant_id, id) on delete cascade,
  -- Per owner, never across customers: a taken name must not tell of a row one can't read.
  constraint devices_name_key unique nulls not distinct (tenant_id, owner_customer_id, name),
  constraint devices_text_length check (
    char_length(name) between 1 and 255 and char_length(type) between 1 and 255
    and coalesce(char_length(label), 0) <= 255)
);
-- Lists of one owner by name use the key above; these are for the other three orders.
create index devices_owner_created_at_idx on devices (tenant_id, owner_customer_id, created_at, id);
create index devices_name_idx on devices (tenant_id, name, id);
create index devices_created_at_idx on devices (tenant_id, created_at, id);
call gatehouse.guard_tenant_table('devices');

create table assets (
  tenant_id uuid not null,
  id uuid not null,
  owner_customer_id uuid,
  name text not null,
  type text not null,
  label text,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  constraint assets_pkey primary key (tenant_id, id),
  constraint assets_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint assets_owner_fkey foreign key (tenant_id, owner_customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint assets_name_key unique nulls not distinct (tenant_id, owner_customer_id, name),
  constraint assets_text_length check (
    char_length(name) between 1 and 255 and char_length(type) between 1 and 255
    and coalesce(char_length(label), 0) <= 255)
);
-- Lists of one owner by name use the key above; these are for the other three orders.
create index assets_owner_created_at_idx on assets (tenant_id, owner_customer_id, created_at, id);
create index assets_name_idx on assets (tenant_id, name, id);
create index assets_created_at_idx on assets (tenant_id, created_at, id);
call gatehouse.guard_tenant_table('assets');

create table roles (
  tenant_id uuid not null,
  id uuid not null,
  owner_customer_id uuid,
  name text not null,
  description text,
  type text not null,
  permissions jsonb not null default '{}',
  excluded_permissions jsonb not null default '{}',
  operations text[] not null default '{}',
  is_default boolean not null default false,
  created_at timestamptz not null,
  constraint roles_pkey primary key (tenant_id, id),
  constraint roles_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint roles_owner_fkey foreign key (tenant_id, owner_customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint roles_name_key unique nulls not distinct (tenant_id, owner_customer_id, name),
  constraint roles_type_known check (type in ('GENERIC', 'GROUP')),
  constraint roles_text_length check (
    char_length(name) between 1 and 255 and coalesce(char_length(description), 0) <= 1000),
  constraint roles_has_permission check (
    case type when 'GENERIC' then permissions <> '{}' and operations = '{}'
              else permissions = '{}' and excluded_permissions = '{}' and operations <> '{}' end)
);
create index roles_owner_idx on roles (tenant_id, owner_customer_id, id);
call gatehouse.guard_tenant_table('roles');

create table entity_groups (
  tenant_id uuid not null,
  id uuid not null,
  owner_customer_id uuid,
  type text not null,
  kind text not null,
  name text not null,
  created_at timestamptz not null,
  constraint entity_groups_pkey primary key (tenant_id, id),
  constraint entity_groups_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint entity_groups_owner_fkey foreign key (tenant_id, owner_customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint entity_groups_name_key unique nulls not distinct (tenant_id, owner_customer_id, type, name),
  constraint entity_groups_type_known check (type in ('CUSTOMER', 'USER', 'DEVICE', 'ASSET')),
  constraint entity_groups_kind_known check (kind in ('ALL', 'DEFAULT', 'CUSTOM')),
  constraint entity_groups_name_length check (char_length(name) between 1 and 255)
);
create index entity_groups_owner_idx on entity_groups (tenant_id, owner_customer_id, type, id);
-- The list of all groups, which every registered customer adds to.
create index entity_groups_list_idx on entity_groups (tenant_id, type, name, id);
call gatehouse.guard_tenant_table('entity_groups');

-- One typed reference per row, so that deleting an entity takes its memberships along.
create table entity_group_members (
  tenant_id uuid not null,
  group_id uuid not null,
  customer_id uuid,
  user_id uuid,
  device_id uuid,
  asset_id uuid,
  entity_id uuid not null generated always as (coalesce(customer_id, user_id, device_id, asset_id)) stored,
  constraint entity_group_members_pkey primary key (tenant_id, group_id, entity_id),
  constraint entity_group_members_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint entity_group_members_group_fkey foreign key (tenant_id, group_id)
    references entity_groups (tenant_id, id) on delete cascade,
  constraint entity_group_members_customer_fkey foreign key (tenant_id, customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint entity_group_members_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint entity_group_members_device_fkey foreign key (tenant_id, device_id)
    references devices (tenant_id, id) on delete cascade,
  constraint entity_group_members_asset_fkey foreign key (tenant_id, asset_id)
    references assets (tenant_id, id) on delete cascade,
  constraint entity_group_members_one_reference check (num_nonnulls(customer_id, user_id, device_id, asset_id) = 1)
);
create index entity_group_members_entity_idx on entity_group_members (tenant_id, entity_id, group_id);
create index entity_group_members_customer_idx on entity_group_members (tenant_id, customer_id) where customer_id is not null;
create index entity_group_members_user_idx on entity_group_members (tenant_id, user_id) where user_id is not null;
create index entity_group_members_device_idx on entity_group_members (tenant_id, device_id) where device_id is not null;
create index entity_group_members_asset_idx on entity_group_members (tenant_id, asset_id) where asset_id is not null;
call gatehouse.guard_tenant_table('entity_group_members');

create table group_permissions (
  tenant_id uuid not null,
  id uuid not null,
  user_group_id uuid not null,
  role_id uuid not null,
  entity_group_id uuid,
  created_at timestamptz not null,
  constraint group_permissions_pkey primary key (tenant_id, id),
  constraint group_permissions_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint group_permissions_user_group_fkey foreign key (tenant_id, user_group_id)
    references entity_groups (tenant_id, id) on delete cascade,
  constraint group_permissions_role_fkey foreign key (tenant_id, role_id)
    references roles (tenant_id, id) on delete cascade,
  constraint group_permissions_entity_group_fkey foreign key (tenant_id, entity_group_id)
    references entity_groups (tenant_id, id) on delete cascade,
  constraint group_permissions_once_key unique nulls not distinct (tenant_id, user_group_id, role_id, entity_group_id)
);
create index group_permissions_role_idx on group_permissions (tenant_id, role_id);
create index group_permissions_entity_group_idx on group_permissions (tenant_id, entity_group_id)
  where entity_group_id is not null;
call gatehouse.guard_tenant_table('group_permissions');
