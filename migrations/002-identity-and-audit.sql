-- Sessions, one-time links, domains, the audit log, and what runs before a tenant is known.

create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  -- SHA-256 of the 256-bit secret; the secret itself is in the person's cookie only.
  token_hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  -- «Sign in as»: the administrator's own session, to which signing out returns.
  parent_tenant_id uuid,
  parent_session_id uuid,
  constraint sessions_pkey primary key (tenant_id, id),
  constraint sessions_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  constraint sessions_parent_fkey foreign key (parent_tenant_id, parent_session_id)
    references sessions (tenant_id, id) on delete cascade
);
create unique index sessions_token_key on sessions (tenant_id, token_hash);
create index sessions_user_idx on sessions (tenant_id, user_id);
create index sessions_parent_idx on sessions (parent_tenant_id, parent_session_id) where parent_session_id is not null;
create index sessions_expiry_idx on sessions (tenant_id, expires_at);
call gatehouse.guard_tenant_table('sessions');

-- One-time links that set a password: invitations and resets.
create table password_links (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  purpose text not null,
  secret_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  constraint password_links_pkey primary key (tenant_id, id),
  constraint password_links_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint password_links_purpose_known check (purpose in ('INVITATION', 'RESET'))
);
create unique index password_links_secret_key on password_links (tenant_id, secret_hash);
create index password_links_user_idx on password_links (tenant_id, user_id);
call gatehouse.guard_tenant_table('password_links');

-- The one-time link of a first start. It belongs to no person yet.
create table setup_links (
  tenant_id uuid not null,
  id uuid not null,
  secret_hash bytea not null,
  expires_at timestamptz not null,
  constraint setup_links_pkey primary key (tenant_id, id),
  constraint setup_links_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
);
call gatehouse.guard_tenant_table('setup_links');

create table domains (
  tenant_id uuid not null,
  id uuid not null,
  -- Lower-case A-labels without port.
  host text not null,
  created_at timestamptz not null,
  constraint domains_pkey primary key (tenant_id, id),
  constraint domains_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint domains_host_form check (host = lower(host) and host ~ '^[a-z0-9.-]{1,253}$')
);
create unique index domains_host_key on domains (host);
call gatehouse.guard_tenant_table('domains');

create table audit_log_entries (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  -- Names are kept as they were: an entry outlives whom it names.
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  impersonator_name text,
  action text not null,
  entity_type text not null,
  entity_id uuid,
  entity_name text,
  before jsonb,
  after jsonb,
  ip text,
  constraint audit_log_entries_pkey primary key (tenant_id, id),
  constraint audit_log_entries_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint audit_log_entries_actor_kind_known check (actor_kind in ('USER', 'REGISTRANT', 'SYSTEM'))
);
create index audit_log_entries_entity_idx on audit_log_entries (tenant_id, entity_id, id);
create index audit_log_entries_actor_idx on audit_log_entries (tenant_id, actor_id, id);
create index audit_log_entries_action_idx on audit_log_entries (tenant_id, action, id);
call gatehouse.guard_tenant_table('audit_log_entries');
-- Written once, read often, changed never: by nobody who is not the owner.
revoke update, delete on audit_log_entries from gatehouse_app;

-- Token buckets of all replicas, in the shape that rate-limiter-flexible expects. Keys are hashes.
create table rate_limits (
  key varchar(255) collate "C" not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limits_pkey primary key (key)
);
create index rate_limits_expire_idx on rate_limits (expire);
grant select, insert, update, delete on rate_limits to gatehouse_app;

-- One row per running queue worker: a silent one is released by the others.
create table worker_heartbeats (
  worker_id text not null,
  seen_at timestamptz not null,
  constraint worker_heartbeats_pkey primary key (worker_id)
);

-- Jobs leave in the transaction that causes them; the server's role can't reach the queue's tables.
create function gatehouse.enqueue(
  task text, payload json, run_at timestamptz default null, job_key text default null, max_attempts integer default null
) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    select graphile_worker.add_job(
      task, payload, run_at => coalesce(run_at, now()), job_key => job_key,
      max_attempts => coalesce(max_attempts, 25));
  $$;

-- What comes before a tenant is known.
create function gatehouse.find_site(wanted_host text)
  returns table (tenant_id uuid, tenant_name text, tenant_state text, domain_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.id, t.name, t.state, d.id from public.domains d join public.tenants t on t.id = d.tenant_id
     where d.host = wanted_host
  $$;

create function gatehouse.find_administrator(wanted_email_key text) returns table (tenant_id uuid, user_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select u.tenant_id, u.id from public.users u
     where u.email_key = wanted_email_key and u.authority in ('SYS_ADMIN', 'TENANT_ADMIN')
       and u.password_hash is not null
  $$;

-- System administrators reach the administrators of every tenant by their id.
create function gatehouse.find_tenant_of_administrator(wanted_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select u.tenant_id from public.users u
     where u.id = wanted_id and u.authority in ('SYS_ADMIN', 'TENANT_ADMIN')
  $$;

create function gatehouse.find_system_tenant() returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id from public.tenants where is_system $$;

-- Jobs that tend every tenant in turn.
create function gatehouse.list_tenant_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select id from public.tenants order by id $$;

create function gatehouse.list_tenants(search text, page_offset integer, page_limit integer)
  returns table (id uuid, name text, state text, created_at timestamptz, total_count bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.id, t.name, t.state, t.created_at, count(*) over () from public.tenants t
     where not t.is_system and (search is null or strpos(lower(t.name), lower(search)) > 0)
     order by lower(t.name), t.id offset page_offset limit page_limit
  $$;

do $$
declare routine regprocedure;
begin
  for routine in select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'gatehouse'::regnamespace and p.prosecdef loop
    execute format('revoke all on function %s from public', routine);
    execute format('grant execute on function %s to gatehouse_app', routine);
  end loop;
end $$;
grant execute on function gatehouse.current_tenant() to gatehouse_app;
grant execute on function gatehouse.customer_subtree(uuid) to gatehouse_app;
grant execute on function gatehouse.customer_ancestors(uuid) to gatehouse_app;
