-- Who may register on a sign-up page: invite codes, e-mail domains, and approval by an administrator.

alter table self_registrations
  add column invite_only boolean not null default false,
  -- Lower-case A-labels; each stands for the domain and everything below it.
  add column allowed_email_domains text[] not null default '{}',
  add column blocked_email_domains text[] not null default '{}',
  add column refuse_disposable boolean not null default false,
  add column requires_approval boolean not null default false,
  add constraint self_registrations_domain_rules_count check (
    cardinality(allowed_email_domains) <= 200 and cardinality(blocked_email_domains) <= 200);

create table invite_codes (
  tenant_id uuid not null,
  id uuid not null,
  self_registration_id uuid not null,
  label text not null,
  -- SHA-256 of the 256-bit code, which is shown once and never stored.
  code_hash bytea not null,
  -- How many people it lets in.
  quota integer not null,
  -- How many it let in; those who have not activated yet are counted from their registrations.
  used integer not null default 0,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  -- The name is kept as it was: a code outlives who made it.
  created_by text not null,
  constraint invite_codes_pkey primary key (tenant_id, id),
  constraint invite_codes_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade,
  constraint invite_codes_code_key unique (tenant_id, code_hash),
  constraint invite_codes_label_length check (char_length(label) between 1 and 255),
  constraint invite_codes_quota_range check (quota between 1 and 10000),
  constraint invite_codes_within_quota check (used between 0 and quota)
);
create index invite_codes_page_idx on invite_codes (tenant_id, self_registration_id, id);
call gatehouse.guard_tenant_table('invite_codes');

alter table registrations
  drop constraint registrations_state_known,
  add constraint registrations_state_known check (
    state in ('PENDING', 'WAITING', 'ACTIVATED', 'EXPIRED', 'REJECTED')),
  -- When the address was confirmed, where an administrator decides after that.
  add column confirmed_at timestamptz,
  -- When and by whom it was approved or rejected.
  add column decided_at timestamptz,
  add column decided_by text,
  -- What the administrator wrote to the person who was rejected.
  add column rejection_text text,
  add column invite_code_id uuid,
  add constraint registrations_invite_code_fkey foreign key (tenant_id, invite_code_id)
    references invite_codes (tenant_id, id) on delete set null (invite_code_id),
  add constraint registrations_rejection_text_length check (coalesce(char_length(rejection_text), 0) <= 500);
create index registrations_invite_code_idx on registrations (tenant_id, invite_code_id, state)
  where invite_code_id is not null;

alter table notifications
  drop constraint notifications_event_known,
  add constraint notifications_event_known check (event in (
    'USER_REGISTERED', 'USER_WAITING', 'USER_ACTIVATED', 'GRANTS_SKIPPED', 'SUMMARY', 'TEST')),
  add column waiting_count integer not null default 0;
