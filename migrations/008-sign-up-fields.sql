-- What sign-up pages ask for, in which languages they greet, and where the customers go.

alter table self_registrations
  -- Null: the fields that a new page starts with.
  add column sign_up_fields jsonb,
  -- The page's own language; `welcome_text` is in it.
  add column locale text not null default 'en',
  -- In other languages: [{ "locale", "text" }].
  add column welcome_translations jsonb not null default '[]',
  add column target_customer_group_id uuid,
  add constraint self_registrations_fields_count check (
    sign_up_fields is null or jsonb_array_length(sign_up_fields) between 2 and 30),
  add constraint self_registrations_translations_list check (jsonb_typeof(welcome_translations) = 'array'),
  add constraint self_registrations_customer_group_fkey foreign key (tenant_id, target_customer_group_id)
    references entity_groups (tenant_id, id) on delete set null (target_customer_group_id);
create index self_registrations_customer_group_idx on self_registrations (tenant_id, target_customer_group_id)
  where target_customer_group_id is not null;

-- What the person entered besides address and name: [{ "key", "kind", "label", "value", "valueLabel" }].
alter table registrations add column fields jsonb not null default '[]';

alter table users
  add column phone text,
  add constraint users_phone_length check (char_length(phone) <= 255);

alter table customers
  -- ISO 3166-1, two letters.
  add column country text,
  add column state text,
  add column city text,
  add column zip text,
  add column address text,
  add column address2 text,
  add constraint customers_country_code check (country ~ '^[A-Z]{2}$'),
  add constraint customers_address_length check (
    greatest(char_length(state), char_length(city), char_length(zip), char_length(address), char_length(address2)) <= 255);

-- The custom fields of the registrant whose customer it is. They stay when the page drops a field.
create table collected_fields (
  tenant_id uuid not null,
  customer_id uuid not null,
  -- Null once the person is deleted and others are left in the customer.
  user_id uuid,
  -- As in registrations.
  fields jsonb not null,
  constraint collected_fields_pkey primary key (tenant_id, customer_id),
  constraint collected_fields_customer_fkey foreign key (tenant_id, customer_id)
    references customers (tenant_id, id) on delete cascade,
  constraint collected_fields_user_fkey foreign key (tenant_id, user_id)
    references users (tenant_id, id) on delete set null (user_id)
);
create index collected_fields_user_idx on collected_fields (tenant_id, user_id) where user_id is not null;
call gatehouse.guard_tenant_table('collected_fields');
