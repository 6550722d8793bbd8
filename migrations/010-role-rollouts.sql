-- Which sign-up page a customer's registrants came from, what they hold of it, and rollouts of
-- changed roles to customers that exist already.

-- What a user group holds, as one value: groups that hold the same have the same one.
create function gatehouse.grants_held(tenant uuid, held_by uuid) returns uuid
  language sql stable
  as $$
    select md5(coalesce(string_agg(p.named, ',' order by p.named), ''))::uuid
      from (select concat_ws(' ', role_id, entity_group_id) as named from public.group_permissions
             where tenant_id = tenant and user_group_id = held_by) as p
  $$;

-- What a page gives now, as the same value. What was deleted since is skipped, as at activation.
create function gatehouse.grants_promised(tenant uuid, page uuid) returns uuid
  language sql stable
  as $$
    select md5(coalesce(string_agg(a.named, ',' order by a.named), ''))::uuid
      from (select distinct concat_ws(' ', role_id, entity_group_id) as named
              from public.group_role_assignments
             where tenant_id = tenant and self_registration_id = page and role_id is not null
               and (entity_group_id is null) = (entity_group_name is null)) as a
  $$;

create table registrant_groups (
  tenant_id uuid not null,
  user_group_id uuid not null,
  self_registration_id uuid not null,
  -- Kept by a trigger, so that finding who differs costs as much as there are differences.
  grants_held uuid not null,
  constraint registrant_groups_pkey primary key (tenant_id, user_group_id),
  constraint registrant_groups_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint registrant_groups_group_fkey foreign key (tenant_id, user_group_id)
    references entity_groups (tenant_id, id) on delete cascade,
  constraint registrant_groups_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade
);
create index registrant_groups_page_idx
  on registrant_groups (tenant_id, self_registration_id, grants_held, user_group_id);
call gatehouse.guard_tenant_table('registrant_groups');

create function gatehouse.note_grants_held() returns trigger language plpgsql as $$
begin
  -- Locked by a statement of its own: the next one then sees what others committed meanwhile.
  perform from public.registrant_groups g
    where (g.tenant_id, g.user_group_id) in (select c.tenant_id, c.user_group_id from changed c)
    order by g.user_group_id for no key update;
  update public.registrant_groups g
     set grants_held = gatehouse.grants_held(g.tenant_id, g.user_group_id)
   where (g.tenant_id, g.user_group_id) in (select c.tenant_id, c.user_group_id from changed c);
  return null;
end $$;
create trigger note_grants_given after insert on group_permissions
  referencing new table as changed for each statement execute function gatehouse.note_grants_held();
create trigger note_grants_taken after delete on group_permissions
  referencing old table as changed for each statement execute function gatehouse.note_grants_held();

insert into registrant_groups (tenant_id, user_group_id, self_registration_id, grants_held)
select r.tenant_id, g.id, r.self_registration_id, gatehouse.grants_held(g.tenant_id, g.id)
  from registrations r
  join entity_groups g on g.tenant_id = r.tenant_id and g.owner_customer_id = r.customer_id
   and g.type = 'USER' and g.kind = 'DEFAULT' and g.name = 'Self Registration Users'
 where r.state = 'ACTIVATED' and r.self_registration_id is not null
on conflict do nothing;

create table role_rollouts (
  tenant_id uuid not null,
  id uuid not null,
  self_registration_id uuid not null,
  state text not null default 'RUNNING',
  -- What the page gave when somebody started: a page that changes meanwhile stops the rollout.
  grants_promised uuid not null,
  total integer not null,
  done integer not null default 0,
  -- Left out from then on, so that one bad row keeps nobody else waiting.
  failed_group_ids uuid[] not null default '{}',
  stop_reason text,
  stop_detail text,
  started_by uuid,
  started_by_name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint role_rollouts_pkey primary key (tenant_id, id),
  constraint role_rollouts_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint role_rollouts_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade,
  constraint role_rollouts_starter_fkey foreign key (tenant_id, started_by)
    references users (tenant_id, id) on delete set null (started_by),
  constraint role_rollouts_state_known check (state in ('RUNNING', 'DONE', 'STOPPED')),
  constraint role_rollouts_stop_known check (
    stop_reason in ('PAGE_CHANGED', 'GRANT_EXCEEDS_OWN', 'STARTER_GONE', 'TOO_MANY_FAILED')),
  constraint role_rollouts_stop_has_reason check ((state = 'STOPPED') = (stop_reason is not null)),
  constraint role_rollouts_ended_has_time check ((state = 'RUNNING') = (finished_at is null))
);
create unique index role_rollouts_running_key on role_rollouts (tenant_id, self_registration_id)
  where state = 'RUNNING';
create index role_rollouts_page_idx on role_rollouts (tenant_id, self_registration_id, id);
create index role_rollouts_starter_idx on role_rollouts (tenant_id, started_by) where started_by is not null;
call gatehouse.guard_tenant_table('role_rollouts');
