-- Privacy policies and terms of use in versions, and who accepted which.

create table legal_documents (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  -- For administrators, who may have one for each brand.
  name text not null,
  created_at timestamptz not null,
  constraint legal_documents_pkey primary key (tenant_id, id),
  constraint legal_documents_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint legal_documents_kind_known check (kind in ('PRIVACY_POLICY', 'TERMS_OF_USE')),
  constraint legal_documents_name_length check (char_length(name) between 1 and 255)
);
create unique index legal_documents_name_key on legal_documents (tenant_id, kind, lower(name));
call gatehouse.guard_tenant_table('legal_documents');

-- Never changed once it is written: a consent names what the person saw.
create table legal_versions (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  -- From 1; the highest is the current one.
  number integer not null,
  -- Until then people who have not accepted it may go on; null: nobody is asked.
  required_from timestamptz,
  published_at timestamptz not null,
  published_by text not null,
  constraint legal_versions_pkey primary key (tenant_id, id),
  constraint legal_versions_document_fkey foreign key (tenant_id, document_id)
    references legal_documents (tenant_id, id) on delete cascade,
  constraint legal_versions_number_key unique (tenant_id, document_id, number)
);
create index legal_versions_required_idx on legal_versions (tenant_id, required_from)
  where required_from is not null;
call gatehouse.guard_tenant_table('legal_versions');

create table legal_texts (
  tenant_id uuid not null,
  version_id uuid not null,
  locale text not null,
  -- Sanitised before it was stored.
  html text not null,
  -- Of the HTML's UTF-8 bytes.
  sha256 bytea not null,
  constraint legal_texts_pkey primary key (tenant_id, version_id, locale),
  constraint legal_texts_version_fkey foreign key (tenant_id, version_id)
    references legal_versions (tenant_id, id) on delete cascade
);
call gatehouse.guard_tenant_table('legal_texts');

create table consents (
  tenant_id uuid not null,
  id uuid not null,
  -- Null once the account is deleted; the proof stays under the address.
  user_id uuid,
  email text not null,
  document_id uuid not null,
  version_id uuid not null,
  locale text not null,
  sha256 bytea not null,
  -- The wording of the box that was ticked.
  label text not null,
  accepted_at timestamptz not null,
  -- Taken away after 90 days.
  ip text,
  user_agent text,
  withdrawn_at timestamptz,
  constraint consents_pkey primary key (tenant_id, id),
  constraint consents_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete set null (user_id),
  constraint consents_document_fkey foreign key (tenant_id, document_id)
    references legal_documents (tenant_id, id) on delete cascade,
  constraint consents_version_fkey foreign key (tenant_id, version_id)
    references legal_versions (tenant_id, id) on delete cascade
);
create index consents_user_idx on consents (tenant_id, user_id, document_id) where user_id is not null;
create index consents_document_idx on consents (tenant_id, document_id, id);
create index consents_version_idx on consents (tenant_id, version_id);
create index consents_ip_idx on consents (tenant_id, accepted_at) where ip is not null;
call gatehouse.guard_tenant_table('consents');

alter table self_registrations
  add column show_privacy_policy boolean not null default false,
  add column privacy_policy_id uuid,
  add column show_terms_of_use boolean not null default false,
  add column terms_of_use_id uuid,
  add constraint self_registrations_privacy_policy_fkey foreign key (tenant_id, privacy_policy_id)
    references legal_documents (tenant_id, id) on delete no action,
  add constraint self_registrations_terms_of_use_fkey foreign key (tenant_id, terms_of_use_id)
    references legal_documents (tenant_id, id) on delete no action,
  add constraint self_registrations_privacy_policy_shown check (
    not show_privacy_policy or privacy_policy_id is not null),
  add constraint self_registrations_terms_of_use_shown check (
    not show_terms_of_use or terms_of_use_id is not null);
create index self_registrations_privacy_policy_idx on self_registrations (tenant_id, privacy_policy_id)
  where privacy_policy_id is not null;
create index self_registrations_terms_of_use_idx on self_registrations (tenant_id, terms_of_use_id)
  where terms_of_use_id is not null;

-- What the person accepted with the form: [{ "versionId", "locale" }]; becomes consents at activation.
alter table registrations add column consents jsonb not null default '[]';
