-- Dashboards, their groups, and where people land after signing in.

create table dashboards (
  tenant_id uuid not null,
  id uuid not null,
  owner_customer_id uuid,
  title text not null,
  description text,
  -- In the order in which they were put there; checked and sanitised before they were stored.
  widgets jsonb not null default '[]',
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint dashboards_pkey primary key (tenant_id, id),
  constraint dashboards_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint dashboards_owner_fkey foreign key (tenant_id, owner_customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint dashboards_text_length check (
    char_length(title) between 1 and 255 and coalesce(char_length(description), 0) <= 1000),
  constraint dashboards_widgets_list check (
    jsonb_typeof(widgets) = 'array' and jsonb_array_length(widgets) <= 100)
);
create index dashboards_owner_idx on dashboards (tenant_id, owner_customer_id, title, id);
create index dashboards_title_idx on dashboards (tenant_id, title, id);
call gatehouse.guard_tenant_table('dashboards');

alter table entity_groups
  drop constraint entity_groups_type_known,
  add constraint entity_groups_type_known check (
    type in ('CUSTOMER', 'USER', 'DEVICE', 'ASSET', 'DASHBOARD'));

-- PostgreSQL before 17 can't change the expression of a generated column: it is made anew, with its keys.
alter table entity_group_members
  drop constraint entity_group_members_pkey,
  drop constraint entity_group_members_one_reference,
  drop column entity_id,
  add column dashboard_id uuid;
alter table entity_group_members
  add column entity_id uuid not null generated always as (
    coalesce(customer_id, user_id, device_id, asset_id, dashboard_id)) stored,
  add constraint entity_group_members_pkey primary key (tenant_id, group_id, entity_id),
  add constraint entity_group_members_dashboard_fkey foreign key (tenant_id, dashboard_id)
    references dashboards (tenant_id, id) on delete cascade,
  add constraint entity_group_members_one_reference check (
    num_nonnulls(customer_id, user_id, device_id, asset_id, dashboard_id) = 1);
create index entity_group_members_entity_idx on entity_group_members (tenant_id, entity_id, group_id);
create index entity_group_members_dashboard_idx on entity_group_members (tenant_id, dashboard_id)
  where dashboard_id is not null;

-- Tenants have an All group of each type from the start; these are older than the type.
insert into entity_groups (tenant_id, id, owner_customer_id, type, kind, name, created_at)
select id, gen_random_uuid(), null, 'DASHBOARD', 'ALL', 'All', now() from tenants where not is_system;

-- Lists of devices and assets by type and by label, within an owner and within the tenant.
create index devices_owner_type_idx on devices (tenant_id, owner_customer_id, type, id);
create index devices_type_idx on devices (tenant_id, type, id);
create index devices_owner_label_idx on devices (tenant_id, owner_customer_id, coalesce(label, ''), id);
create index devices_label_idx on devices (tenant_id, coalesce(label, ''), id);
create index assets_owner_type_idx on assets (tenant_id, owner_customer_id, type, id);
create index assets_type_idx on assets (tenant_id, type, id);
create index assets_owner_label_idx on assets (tenant_id, owner_customer_id, coalesce(label, ''), id);
create index assets_label_idx on assets (tenant_id, coalesce(label, ''), id);

-- Null: people land on Home. What a page uses is not deleted by itself, but with its owner it goes.
alter table self_registrations
  add column default_dashboard_id uuid,
  add column always_fullscreen boolean not null default false,
  add constraint self_registrations_default_dashboard_fkey foreign key (tenant_id, default_dashboard_id)
    references dashboards (tenant_id, id) on delete set null (default_dashboard_id);
create index self_registrations_default_dashboard_idx on self_registrations (tenant_id, default_dashboard_id)
  where default_dashboard_id is not null;

-- Charts count registrations by day.
create index registrations_submitted_idx on registrations (tenant_id, submitted_at);
create index registrations_activated_idx on registrations (tenant_id, activated_at)
  where activated_at is not null;

-- What somebody's sign-up page said when they were activated. No row: Home.
create table landings (
  tenant_id uuid not null,
  user_id uuid not null,
  dashboard_id uuid not null,
  always_fullscreen boolean not null,
  constraint landings_pkey primary key (tenant_id, user_id),
  constraint landings_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint landings_dashboard_fkey foreign key (tenant_id, dashboard_id)
    references dashboards (tenant_id, id) on delete cascade
);
create index landings_dashboard_idx on landings (tenant_id, dashboard_id);
call gatehouse.guard_tenant_table('landings');
