-- Whom to notify, what they were told, and how far each notice got.

create table notification_recipients (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  type text not null,
  -- Plain addresses, as typed.
  emails text[] not null default '{}',
  -- Sealed: whoever knows the address of a webhook can post to it.
  url_sealed text,
  -- Shown instead of the whole address.
  url_host text,
  signing_secret_sealed text,
  -- Whether people are told by e-mail besides in the console.
  by_email boolean not null default true,
  -- Language for those who have no account.
  locale text not null default 'en',
  created_at timestamptz not null,
  constraint notification_recipients_pkey primary key (tenant_id, id),
  constraint notification_recipients_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint notification_recipients_name_key unique (tenant_id, name),
  constraint notification_recipients_name_length check (char_length(name) between 1 and 255),
  constraint notification_recipients_type_known check (type in (
    'TENANT_ADMINISTRATORS', 'USERS', 'CUSTOMER_USERS', 'USER_GROUPS', 'ROLES', 'ALL_USERS',
    'EMAILS', 'SLACK', 'TEAMS', 'WEBHOOK')),
  constraint notification_recipients_url_fits_type check (
    (type in ('SLACK', 'TEAMS', 'WEBHOOK')) = (url_sealed is not null and url_host is not null)),
  constraint notification_recipients_secret_fits_type check (type = 'WEBHOOK' or signing_secret_sealed is null),
  constraint notification_recipients_emails_fit_type check ((type = 'EMAILS') = (emails <> '{}'))
);
call gatehouse.guard_tenant_table('notification_recipients');

-- One typed reference per row, so that whoever is deleted is no longer named.
create table notification_recipient_references (
  tenant_id uuid not null,
  recipient_id uuid not null,
  user_id uuid,
  customer_id uuid,
  user_group_id uuid,
  role_id uuid,
  reference_id uuid not null generated always as (coalesce(user_id, customer_id, user_group_id, role_id)) stored,
  constraint notification_recipient_references_pkey primary key (tenant_id, recipient_id, reference_id),
  constraint notification_recipient_references_recipient_fkey foreign key (tenant_id, recipient_id)
    references notification_recipients (tenant_id, id) on delete cascade,
  constraint notification_recipient_references_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint notification_recipient_references_customer_fkey foreign key (tenant_id, customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint notification_recipient_references_group_fkey foreign key (tenant_id, user_group_id)
    references entity_groups (tenant_id, id) on delete cascade,
  constraint notification_recipient_references_role_fkey foreign key (tenant_id, role_id)
    references roles (tenant_id, id) on delete cascade,
  constraint notification_recipient_references_one check (num_nonnulls(user_id, customer_id, user_group_id, role_id) = 1)
);
create index notification_recipient_references_user_idx on notification_recipient_references (tenant_id, user_id)
  where user_id is not null;
create index notification_recipient_references_customer_idx on notification_recipient_references (tenant_id, customer_id)
  where customer_id is not null;
create index notification_recipient_references_group_idx on notification_recipient_references (tenant_id, user_group_id)
  where user_group_id is not null;
create index notification_recipient_references_role_idx on notification_recipient_references (tenant_id, role_id)
  where role_id is not null;
call gatehouse.guard_tenant_table('notification_recipient_references');

-- Neither a recipient nor «nobody»: the tenant's administrators are told.
alter table self_registrations
  add column notification_recipient_id uuid,
  add column notify_nobody boolean not null default false,
  add constraint self_registrations_recipient_fkey foreign key (tenant_id, notification_recipient_id)
    references notification_recipients (tenant_id, id) on delete no action,
  add constraint self_registrations_one_audience check (not (notify_nobody and notification_recipient_id is not null));
create index self_registrations_recipient_idx on self_registrations (tenant_id, notification_recipient_id)
  where notification_recipient_id is not null;

create table notifications (
  tenant_id uuid not null,
  id uuid not null,
  event text not null,
  -- Null: the tenant's administrators, or a recipient that was deleted since (then there is a name).
  recipient_id uuid,
  recipient_name text,
  self_registration_id uuid,
  -- A notice goes with the registration that it tells of.
  registration_id uuid,
  host text not null,
  person_name text,
  person_email text,
  -- Roles and groups, by name, that somebody should have got and did not.
  skipped_grants text[] not null default '{}',
  -- Of a summary: how many people registered, activated, and got less than their page promised.
  registered_count integer not null default 0,
  activated_count integer not null default 0,
  skipped_count integer not null default 0,
  -- WAITING until it is decided who is told; HELD ones are told in a summary.
  state text not null default 'WAITING',
  created_at timestamptz not null,
  told_at timestamptz,
  constraint notifications_pkey primary key (tenant_id, id),
  constraint notifications_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint notifications_recipient_fkey foreign key (tenant_id, recipient_id)
    references notification_recipients (tenant_id, id) on delete set null (recipient_id),
  constraint notifications_page_fkey foreign key (tenant_id, self_registration_id)
    references self_registrations (tenant_id, id) on delete set null (self_registration_id),
  constraint notifications_registration_fkey foreign key (tenant_id, registration_id)
    references registrations (tenant_id, id) on delete cascade,
  constraint notifications_event_known check (event in (
    'USER_REGISTERED', 'USER_ACTIVATED', 'GRANTS_SKIPPED', 'SUMMARY', 'TEST')),
  constraint notifications_grants_fit_event check ((event = 'GRANTS_SKIPPED') = (skipped_grants <> '{}')),
  constraint notifications_state_known check (state in ('WAITING', 'TOLD', 'HELD', 'SUMMARISED')),
  -- A mail may be tried or sent again: each event is told once.
  constraint notifications_once_key unique (tenant_id, registration_id, event)
);
create index notifications_audience_idx on notifications (tenant_id, self_registration_id, recipient_id, state, told_at);
create index notifications_recipient_idx on notifications (tenant_id, recipient_id) where recipient_id is not null;
call gatehouse.guard_tenant_table('notifications');

create table notification_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  notification_id uuid not null,
  channel text not null,
  -- The person; null for addresses and webhooks.
  user_id uuid,
  -- E-mail address, or the host of a webhook.
  target text not null,
  state text not null default 'QUEUED',
  attempts integer not null default 0,
  -- What the far side answered to the last try.
  answer text,
  mail_message_id uuid,
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  constraint notification_deliveries_pkey primary key (tenant_id, id),
  constraint notification_deliveries_notification_fkey foreign key (tenant_id, notification_id)
    references notifications (tenant_id, id) on delete cascade,
  constraint notification_deliveries_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint notification_deliveries_mail_fkey foreign key (tenant_id, mail_message_id)
    references mail_messages (tenant_id, id) on delete set null (mail_message_id),
  constraint notification_deliveries_channel_known check (channel in ('INBOX', 'EMAIL', 'SLACK', 'TEAMS', 'WEBHOOK')),
  constraint notification_deliveries_state_known check (state in ('QUEUED', 'SENT', 'FAILED', 'SKIPPED')),
  constraint notification_deliveries_once_key unique (tenant_id, notification_id, channel, target)
);
create index notification_deliveries_inbox_idx on notification_deliveries (tenant_id, user_id, id) where channel = 'INBOX';
create index notification_deliveries_unread_idx on notification_deliveries (tenant_id, user_id)
  where channel = 'INBOX' and read_at is null;
create index notification_deliveries_user_idx on notification_deliveries (tenant_id, user_id) where user_id is not null;
create index notification_deliveries_sent_idx on notification_deliveries (tenant_id, id) where channel <> 'INBOX';
create index notification_deliveries_mail_idx on notification_deliveries (tenant_id, mail_message_id)
  where mail_message_id is not null;
call gatehouse.guard_tenant_table('notification_deliveries');
