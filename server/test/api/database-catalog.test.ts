import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/test-database.js';

let test: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  test = await createTestDatabase();
  client = new pg.Client(test.connectionString);
  await client.connect();
  // Or the catalog would leave out the schema that is named like the owner.
  await client.query('set search_path = public');
});
afterAll(async () => {
  await client.end();
  await test.drop();
});

/** The values of the first column. */
const list = async (sql: string): Promise<unknown[]> => {
  const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows.map(([first]) => first);
};

const ourTables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'gatehouse') and c.relkind in ('r', 'p')`;
const hasTenantId = `exists (select from pg_attribute a
  where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)`;

/** Tables of the whole installation. They hold nothing that belongs to a tenant. */
const withoutTenant = [
  'rate_limits',
  'schema_migrations',
  'schema_migrations_lock',
  'tenants',
  'worker_heartbeats',
];

describe('every table', () => {
  it('has a tenant, but for those that are known to have none', async () => {
    expect(
      await list(`select c.relname from ${ourTables} and not ${hasTenantId} order by 1`),
    ).toEqual(withoutTenant);
  });

  it('of a tenant is behind row-level security, with one policy for reading and writing alike', async () => {
    const wall = '(tenant_id = gatehouse.current_tenant())';
    const open = await list(`select c.relname from ${ourTables} and ${hasTenantId} and not (
      c.relrowsecurity
      and (select count(*) = 1 from pg_policies p where p.tablename = c.relname)
      and exists (select from pg_policies p where p.tablename = c.relname and p.cmd = 'ALL'
        and p.permissive = 'PERMISSIVE' and p.roles = '{gatehouse_app}'
        and p.qual = '${wall}' and p.with_check = '${wall}'))`);
    expect(open).toEqual([]);
    expect(
      await list(`select qual || with_check from pg_policies where tablename = 'tenants'`),
    ).toEqual(['(id = gatehouse.current_tenant())'.repeat(2)]);
  });

  it('of a tenant has a key that begins with the tenant', async () => {
    const others =
      await list(`select c.relname from ${ourTables} and ${hasTenantId} and not exists (
      select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')`);
    expect(others).toEqual([]);
  });

  it('keeps times with their zone, and texts without a length', async () => {
    const others = await list(`select c.relname || '.' || a.attname from pg_attribute a
      join (select c.oid, c.relname from ${ourTables}) c on c.oid = a.attrelid
      where a.attnum > 0 and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype)
        and c.relname not like 'schema_migrations%' and c.relname <> 'rate_limits'`);
    expect(others).toEqual([]);
  });
});

describe('every foreign key', () => {
  const keys = `pg_constraint k join (select c.oid from ${ourTables}) c on c.oid = k.conrelid
    where k.contype = 'f'`;

  it('says what happens when the other row goes', async () => {
    const silent = await list(`select k.conname from ${keys} and k.confdeltype = 'a' order by 1`);
    // What a page uses can not be deleted: said by hand in the migrations.
    expect(silent).toEqual([
      'self_registrations_domain_fkey',
      'self_registrations_privacy_policy_fkey',
      'self_registrations_recipient_fkey',
      'self_registrations_terms_of_use_fkey',
    ]);
  });

  it('stays within the tenant', async () => {
    const crossing = await list(`select k.conname from ${keys} and not exists (
      select from pg_attribute a
       where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'tenant_id')`);
    // A system administrator's own session stands behind the one of «sign in as».
    expect(crossing).toEqual(['sessions_parent_fkey']);
  });

  it('has an index for when the other row goes', async () => {
    // An index of some rows will do if those are all the rows that name one.
    const slow = await list(`select k.conname from ${keys} and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) in (
          select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a
           where a.attrelid = k.conrelid and a.attnum = any (k.conkey))))`);
    expect(slow).toEqual([]);
  });
});

describe('the role of the server', () => {
  it('owns nothing, is mighty in nothing, and is a member of nothing', async () => {
    const { rows } = await client.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      rolcanlogin, exists (select from pg_class where relowner = r.oid) as owns_tables,
      exists (select from pg_proc where proowner = r.oid) as owns_functions,
      exists (select from pg_auth_members where member = r.oid) as is_member
      from pg_roles r where rolname = 'gatehouse_app'`);
    expect(rows).toEqual([
      {
        ...{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
        ...{ rolcanlogin: false, owns_tables: false, owns_functions: false, is_member: false },
      },
    ]);
  });

  it('makes nothing in any schema, and can not reach the queue', async () => {
    expect(
      await list(`select nspname from pg_namespace where nspname !~ '^pg_'
        and has_schema_privilege('gatehouse_app', oid, 'create')`),
    ).toEqual([]);
    expect(
      await list(`select has_schema_privilege('gatehouse_app', 'graphile_worker', 'usage')`),
    ).toEqual([false]);
  });

  it('can neither change the audit log nor read what workers note', async () => {
    const may = (table: string, what: string): Promise<unknown[]> =>
      list(`select has_table_privilege('gatehouse_app', '${table}', '${what}')`);
    expect(await may('audit_log_entries', 'update')).toEqual([false]);
    expect(await may('audit_log_entries', 'delete')).toEqual([false]);
    expect(await may('worker_heartbeats', 'select')).toEqual([false]);
    expect(await may('schema_migrations', 'select')).toEqual([false]);
  });
});

describe('every function with the rights of the owner', () => {
  const definers = `pg_proc p where p.pronamespace in ('gatehouse'::regnamespace, 'public'::regnamespace)
    and p.prosecdef`;

  it('pins where it looks for names', async () => {
    expect(await list(`select count(*)::int > 5 from ${definers}`)).toEqual([true]);
    const loose = await list(`select p.proname from ${definers}
      and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`);
    expect(loose).toEqual([]);
  });

  it('is for the server’s role alone', async () => {
    const forEverybody = await list(`select p.proname from ${definers} and exists (
      select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`);
    expect(forEverybody).toEqual([]);
    const unreachable = await list(`select p.proname from ${definers}
      and not has_function_privilege('gatehouse_app', p.oid, 'execute')`);
    expect(unreachable).toEqual([]);
  });
});
