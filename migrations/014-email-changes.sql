-- Addresses that people want to move their account to. They count once the new mailbox is proven.

create table email_changes (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  email text not null,
  email_key text not null,
  -- SHA-256 of the 256-bit secret of the link; null until the mail is sent.
  secret_hash bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint email_changes_pkey primary key (tenant_id, id),
  constraint email_changes_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete cascade,
  constraint email_changes_email_length check (char_length(email) between 3 and 254)
);
create unique index email_changes_secret_key on email_changes (tenant_id, secret_hash);
-- A person changes to one address at a time: the latest counts.
create unique index email_changes_user_key on email_changes (tenant_id, user_id);
call gatehouse.guard_tenant_table('email_changes');
