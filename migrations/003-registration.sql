-- Sign-up pages, what people submit there, captcha passes and mail.

create table self_registrations (
  tenant_id uuid not null,
  id uuid not null,
  domain_id uuid not null,
  enabled boolean not null,
  captcha_provider text not null,
  captcha_site_key text,
  captcha_secret_sealed text,
  captcha_action text,
  captcha_score_threshold double precision,
  captcha_when_unavailable text not null default 'REFUSE',
  welcome_text text,
  customer_title_prefix text,
  -- Hours.
  activation_link_lifetime integer not null default 24,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint self_registrations_pkey primary key (tenant_id, id),
  constraint self_registrations_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint self_registrations_domain_fkey foreign key (tenant_id, domain_id)
    references domains (tenant_id, id) on delete no action,
  constraint self_registrations_domain_key unique (tenant_id, domain_id),
  constraint self_registrations_provider_known check (
    captcha_provider in ('ALTCHA', 'RECAPTCHA_V2', 'RECAPTCHA_V3', 'NONE')),
  constraint self_registrations_unavailable_known check (captcha_when_unavailable in ('REFUSE', 'PROOF_OF_WORK')),
  constraint self_registrations_welcome_length check (coalesce(char_length(welcome_text), 0) <= 200),
  constraint self_registrations_prefix_length check (coalesce(char_length(customer_title_prefix), 0) <= 255),
  constraint self_registrations_lifetime_range check (activation_link_lifetime between 1 and 24)
);
call gatehouse.guard_tenant_table('self_registrations');

create table group_role_assignments (
  tenant_id uuid not null,
  id uuid not null,
  self_registration_id uuid not null,
  position integer not null,
  -- What is deleted later leaves its name: activation skips the row and tells the administrator.
  role_id uuid,
  role_name text not null,
  entity_group_id uuid,
  entity_group_name text,
  group_type text,
  constraint group_role_assignments_pkey primary key (tenant_id, id),
  constraint group_role_assignments_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade,
  constraint group_role_assignments_role_fkey foreign key (tenant_id, role_id)
    references roles (tenant_id, id) on delete set null (role_id),
  constraint group_role_assignments_group_fkey foreign key (tenant_id, entity_group_id)
    references entity_groups (tenant_id, id) on delete set null (entity_group_id)
);
create index group_role_assignments_page_idx on group_role_assignments (tenant_id, self_registration_id, position);
create index group_role_assignments_role_idx on group_role_assignments (tenant_id, role_id) where role_id is not null;
create index group_role_assignments_group_idx on group_role_assignments (tenant_id, entity_group_id)
  where entity_group_id is not null;
call gatehouse.guard_tenant_table('group_role_assignments');

create table registrations (
  tenant_id uuid not null,
  id uuid not null,
  -- Null once the page is deleted; the grants to give then are in saved_grants.
  self_registration_id uuid,
  saved_grants jsonb,
  host text not null,
  email text not null,
  email_key text not null,
  first_name text,
  last_name text,
  locale text not null,
  password_hash text not null,
  cookie_hash bytea not null,
  state text not null default 'PENDING',
  reason text,
  code_tries integer not null default 0,
  -- Grants that activation had to skip, in words.
  skipped_grants text[] not null default '{}',
  ip text,
  user_agent text,
  submitted_at timestamptz not null,
  -- The end of the last link that was sent.
  expires_at timestamptz,
  activated_at timestamptz,
  user_id uuid,
  customer_id uuid,
  constraint registrations_pkey primary key (tenant_id, id),
  constraint registrations_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint registrations_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete set null (self_registration_id),
  constraint registrations_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete set null (user_id),
  constraint registrations_customer_fkey foreign key (tenant_id, customer_id)
    references customers (tenant_id, id) on delete set null (customer_id),
  constraint registrations_state_known check (state in ('PENDING', 'ACTIVATED', 'EXPIRED', 'REJECTED'))
);
create index registrations_page_idx on registrations (tenant_id, self_registration_id, id);
create index registrations_state_idx on registrations (tenant_id, state, id);
create index registrations_email_idx on registrations (tenant_id, email_key, state);
create index registrations_cookie_idx on registrations (tenant_id, cookie_hash, id);
create index registrations_user_idx on registrations (tenant_id, user_id) where user_id is not null;
create index registrations_customer_idx on registrations (tenant_id, customer_id) where customer_id is not null;
create index registrations_expiry_idx on registrations (tenant_id, expires_at) where state = 'PENDING';
call gatehouse.guard_tenant_table('registrations');

-- One pair of link and code per mail that was sent.
create table activation_proofs (
  tenant_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  link_hash bytea not null,
  -- Keyed hash (HMAC): six digits are too few for a plain one.
  code_hash bytea not null,
  code_expires_at timestamptz not null,
  link_expires_at timestamptz not null,
  password_tries integer not null default 0,
  created_at timestamptz not null,
  constraint activation_proofs_pkey primary key (tenant_id, id),
  constraint activation_proofs_registration_fkey foreign key (tenant_id, registration_id)
    references registrations (tenant_id, id) on delete cascade
);
create unique index activation_proofs_link_key on activation_proofs (tenant_id, link_hash);
create index activation_proofs_registration_idx on activation_proofs (tenant_id, registration_id);
call gatehouse.guard_tenant_table('activation_proofs');

create table captcha_passes (
  tenant_id uuid not null,
  id uuid not null,
  self_registration_id uuid not null,
  -- SHA-256 of the solved token: one solution makes at most one registration.
  token_hash bytea not null,
  cookie_hash bytea not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  constraint captcha_passes_pkey primary key (tenant_id, id),
  constraint captcha_passes_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete cascade,
  constraint captcha_passes_token_key unique (tenant_id, token_hash)
);
-- Of all passes, used ones too: deleting a page looks for them.
create index captcha_passes_page_idx on captcha_passes (tenant_id, self_registration_id, cookie_hash);
create index captcha_passes_expiry_idx on captcha_passes (tenant_id, expires_at);
call gatehouse.guard_tenant_table('captcha_passes');

create table mail_messages (
  tenant_id uuid not null,
  id uuid not null,
  template text not null,
  -- What was sent in the end, e.g. «already registered» instead of «activation».
  sent_as text,
  -- What the message is about: a registration or a user; neither for an address that nobody has.
  registration_id uuid,
  user_id uuid,
  recipient text not null,
  locale text not null,
  -- Never secrets: links and codes are made when the mail is sent.
  variables jsonb not null default '{}',
  state text not null default 'QUEUED',
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint mail_messages_pkey primary key (tenant_id, id),
  constraint mail_messages_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint mail_messages_registration_fkey foreign key (tenant_id, registration_id)
    references registrations (tenant_id, id) on delete cascade,
  constraint mail_messages_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint mail_messages_state_known check (state in ('QUEUED', 'SENT', 'FAILED', 'SKIPPED'))
);
create index mail_messages_registration_idx on mail_messages (tenant_id, registration_id, id)
  where registration_id is not null;
create index mail_messages_user_idx on mail_messages (tenant_id, user_id, id) where user_id is not null;
create index mail_messages_unsent_idx on mail_messages (state) where state in ('QUEUED', 'FAILED');
-- What strangers asked for in vain; it goes after 30 days.
create index mail_messages_needless_idx on mail_messages (tenant_id, created_at)
  where state = 'SKIPPED' and registration_id is null and user_id is null;
call gatehouse.guard_tenant_table('mail_messages');

-- For the metrics of the whole installation; tells numbers only.
create function gatehouse.count_unsent_mails() returns table (state text, count bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select m.state, count(*) from public.mail_messages m
     where m.state in ('QUEUED', 'FAILED') group by m.state
  $$;
revoke all on function gatehouse.count_unsent_mails() from public;
grant execute on function gatehouse.count_unsent_mails() to gatehouse_app;
