-- Keys with which tools call the API. The key itself is shown once and never stored.

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  -- SHA-256 of the 256-bit secret.
  secret_hash bytea not null,
  -- Resource to operations, wildcards included, as a generic role holds them.
  permissions jsonb not null,
  created_at timestamptz not null,
  -- The name is kept as it was: a key outlives who made it.
  created_by text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  constraint api_keys_pkey primary key (tenant_id, id),
  constraint api_keys_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint api_keys_name_length check (char_length(name) between 1 and 255)
);
create unique index api_keys_secret_key on api_keys (tenant_id, secret_hash);
create unique index api_keys_name_key on api_keys (tenant_id, lower(name));
call gatehouse.guard_tenant_table('api_keys');

alter table audit_log_entries drop constraint audit_log_entries_actor_kind_known;
alter table audit_log_entries add constraint audit_log_entries_actor_kind_known
  check (actor_kind in ('USER', 'REGISTRANT', 'SYSTEM', 'API_KEY'));
