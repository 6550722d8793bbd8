-- Every save of a sign-up page, to be compared and restored. Pages that are older than this get their
-- first version when they are saved the next time.

create table self_registration_versions (
  tenant_id uuid not null,
  self_registration_id uuid not null,
  revision integer not null,
  saved_at timestamptz not null,
  -- Name of the administrator; null for a page that was saved before versions were kept.
  saved_by text,
  -- The revision that was restored by this save.
  restored_from integer,
  -- Every setting under the name that it has in the product; never a secret.
  settings jsonb not null,
  constraint self_registration_versions_pkey primary key (tenant_id, self_registration_id, revision),
  constraint self_registration_versions_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade
);
call gatehouse.guard_tenant_table('self_registration_versions');
