-- How a tenant's pages look.

create table branding_images (
  tenant_id uuid not null,
  -- SHA-256 of the bytes, in hexadecimal digits; names the file.
  hash text not null,
  type text not null,
  bytes bytea not null,
  constraint branding_images_pkey primary key (tenant_id, hash),
  constraint branding_images_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint branding_images_type_known check (type in ('image/png', 'image/jpeg', 'image/webp')),
  constraint branding_images_size check (octet_length(bytes) <= 262144)
);
call gatehouse.guard_tenant_table('branding_images');

create table brandings (
  tenant_id uuid not null,
  id uuid not null,
  -- Null: of the whole tenant. What a domain leaves open is the tenant's.
  domain_id uuid,
  title text,
  support_contact text,
  primary_color text,
  background_color text,
  logo_hash text,
  updated_at timestamptz not null,
  constraint brandings_pkey primary key (tenant_id, id),
  constraint brandings_tenant_fkey foreign key (tenant_id) references tenants (id) on delete cascade,
  constraint brandings_domain_fkey foreign key (tenant_id, domain_id)
    references domains (tenant_id, id) on delete cascade,
  constraint brandings_logo_fkey foreign key (tenant_id, logo_hash)
    references branding_images (tenant_id, hash) on delete set null (logo_hash),
  constraint brandings_place_key unique nulls not distinct (tenant_id, domain_id),
  constraint brandings_title_length check (char_length(title) <= 100),
  constraint brandings_contact_length check (char_length(support_contact) <= 254),
  constraint brandings_colors check (
    coalesce(primary_color, '#000000') ~ '^#[0-9a-f]{6}$' and coalesce(background_color, '#000000') ~ '^#[0-9a-f]{6}$')
);
create index brandings_logo_idx on brandings (tenant_id, logo_hash) where logo_hash is not null;
call gatehouse.guard_tenant_table('brandings');
