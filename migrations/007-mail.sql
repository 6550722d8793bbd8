-- Mail servers and mail templates of a tenant's own, and mails whose recipient was refused.
-- The rows of the system tenant are those of the whole installation.

create table mail_settings (
  tenant_id uuid not null,
  provider text not null,
  from_name text,
  from_address text not null,
  host text not null,
  port integer not null,
  security text not null,
  timeout_seconds integer not null,
  authentication text not null,
  username text,
  password_sealed text,
  oauth_client_id text,
  oauth_client_secret_sealed text,
  oauth_directory_id text,
  oauth_authorization_url text,
  oauth_token_url text,
  oauth_scope text,
  updated_at timestamptz not null,
  constraint mail_settings_pkey primary key (tenant_id),
  constraint mail_settings_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint mail_settings_provider_known check (provider in ('SENDGRID', 'GMAIL', 'OFFICE_365', 'OTHER')),
  constraint mail_settings_security_known check (security in ('TLS', 'STARTTLS', 'NONE')),
  constraint mail_settings_authentication_known check (authentication in ('NONE', 'PASSWORD', 'OAUTH2')),
  constraint mail_settings_port_range check (port between 1 and 65535),
  constraint mail_settings_timeout_range check (timeout_seconds between 1 and 60),
  constraint mail_settings_has_password check (authentication <> 'PASSWORD' or password_sealed is not null),
  constraint mail_settings_has_client check (authentication <> 'OAUTH2' or oauth_client_id is not null)
);
call gatehouse.guard_tenant_table('mail_settings');

-- What a mail account's owner allowed. It goes with the settings.
create table mail_grants (
  tenant_id uuid not null,
  -- While somebody is at the provider's page: SHA-256 of the state, and the sealed PKCE verifier.
  state_hash bytea,
  verifier_sealed text,
  state_expires_at timestamptz,
  refresh_token_sealed text,
  access_token_sealed text,
  access_expires_at timestamptz,
  -- One replica renews at a time: providers may take a refresh token that is used twice for stolen.
  renewing_until timestamptz,
  granted_at timestamptz,
  constraint mail_grants_pkey primary key (tenant_id),
  constraint mail_grants_settings_fkey foreign key (tenant_id) references mail_settings (tenant_id) on delete cascade
);
call gatehouse.guard_tenant_table('mail_grants');

create table mail_templates (
  tenant_id uuid not null,
  template text not null,
  locale text not null,
  subject text not null,
  -- Sanitised before it was stored.
  html text not null,
  -- Null: made of the rich text.
  plain_text text,
  updated_at timestamptz not null,
  updated_by text not null,
  constraint mail_templates_pkey primary key (tenant_id, template, locale),
  constraint mail_templates_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade
);
call gatehouse.guard_tenant_table('mail_templates');

alter table mail_messages
  add column tried_at timestamptz,
  drop constraint mail_messages_state_known,
  add constraint mail_messages_state_known check (state in ('QUEUED', 'SENT', 'BOUNCED', 'FAILED', 'SKIPPED'));
-- Mails that tried the mail server go after 30 days as well.
drop index mail_messages_needless_idx;
create index mail_messages_needless_idx on mail_messages (tenant_id, created_at)
  where (state = 'SKIPPED' or template = 'test-mail') and registration_id is null and user_id is null;
create index mail_messages_state_idx on mail_messages (tenant_id, state, id);
create index mail_messages_tried_idx on mail_messages (tenant_id, tried_at) where tried_at is not null;
