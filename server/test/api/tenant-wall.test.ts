import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, knexOf, type Database } from '../../src/platform/postgres/database.js';
import { startTestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { becomeSystemAdministrator } from '../identity/people.js';
import { saveSettings } from '../mail/settings-api.js';
import { openOwner, type Owner } from './stored-rows.js';
import { makeWorld } from './two-tenants.js';

let owner: Owner;
let database: Database;
/** Whose transactions look beyond their tenant. */
let globex: string;
let acme: string;
let tables: string[];

beforeAll(async () => {
  const app = await startTestApp();
  const system = await becomeSystemAdministrator(app);
  const world = await makeWorld(app, system, 'acme');
  acme = world.tenant.id;
  globex = (await makeTenant(app)).id;
  await saveSettings(world.tenant.admin);
  // The table of links for the first administrator is emptied when there is one.
  owner = await openOwner(app.connectionString);
  await owner.untilQueueIsIdle();
  await owner.client.query(
    `insert into setup_links select id, id, '\\x00', now() from tenants where id = $1`,
    [acme],
  );
  // Nobody was at a provider's page, and no mail has words of its own.
  await owner.client.query(`insert into mail_grants (tenant_id) values ($1)`, [acme]);
  await owner.client.query(
    `insert into mail_templates values ($1, 'activation', 'en', 's', 'h', null, now(), 'Ada')`,
    [acme],
  );
  database = createDatabase(app.connectionString, 2);
  tables = await owner.tenantTables();
}, 60_000);
afterAll(async () => {
  await database.close();
  await owner.close();
});

interface Done {
  readonly rowCount: number;
}

/** Runs a statement that names no tenant of its own where the application would. */
const inGlobex = (sql: string, ...bindings: string[]): Promise<Done> =>
  database.transact(globex, (tx) => knexOf(tx).raw<Done>(sql, bindings));

const ownerCounts = async (table: string): Promise<number> => {
  const { rows } = await owner.client.query<{ count: number }>(
    `select count(*)::int as count from ${table} where tenant_id <> $1`,
    [globex],
  );
  return rows[0]?.count ?? 0;
};

/** A table, or «table: error» where the statement was refused altogether. */
const affected = async (statementOn: (table: string) => string): Promise<string[]> => {
  const found: string[] = [];
  for (const table of tables) {
    const { rowCount } = await inGlobex(statementOn(table), globex).catch((error: unknown) => {
      if (String(error).includes('permission denied')) return { rowCount: 0 };
      throw error;
    });
    if (rowCount > 0) found.push(table);
  }
  return found;
};

describe('when the application forgets the tenant, in every table', () => {
  it('there are rows of others to be seen', async () => {
    expect(tables.length).toBeGreaterThan(15);
    const empty: string[] = [];
    for (const table of tables) if ((await ownerCounts(table)) === 0) empty.push(table);
    expect(empty).toEqual([]);
  });

  it('PostgreSQL shows none of them', async () => {
    expect(await affected((table) => `select * from ${table} where tenant_id <> ?`)).toEqual([]);
    const { rowCount } = await inGlobex('select * from tenants where id <> ?', globex);
    expect(rowCount).toBe(0);
  });

  it('PostgreSQL shows nothing at all without a tenant', async () => {
    const seen: string[] = [];
    for (const table of [...tables, 'tenants']) {
      const rows = await database.callFunction(`select * from ${table}`);
      if (rows.length > 0) seen.push(table);
    }
    expect(seen).toEqual([]);
  });

  it('PostgreSQL changes and deletes none of them', async () => {
    const before = await owner.rowsOf(acme);
    const update = (table: string) =>
      `update ${table} set tenant_id = tenant_id where tenant_id <> ?`;
    expect(await affected(update)).toEqual([]);
    expect(await affected((table) => `delete from ${table} where tenant_id <> ?`)).toEqual([]);
    await inGlobex(`update tenants set name = 'Taken' where id <> ?`, globex);
    await inGlobex('delete from tenants where id <> ?', globex);
    expect(await owner.rowsOf(acme)).toEqual(before);
  });

  it('PostgreSQL takes no row for another tenant, and hands none over', async () => {
    const taken: string[] = [];
    for (const table of tables) {
      const { rows } = await owner.client.query<{ row: string; columns: string }>(
        `select to_jsonb(t)::text as row, (
           select string_agg(column_name, ', ') from information_schema.columns
            where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER') as columns
           from ${table} t where tenant_id <> $1 limit 1`,
        [globex],
      );
      const { row, columns } = rows[0] ?? { row: '{}', columns: '*' };
      const planted = `insert into ${table} (${columns})
        select ${columns} from jsonb_populate_record(null::${table}, ?::jsonb)`;
      const refused = await inGlobex(planted, row).then(
        () => 'taken',
        (error: unknown) => String(error),
      );
      if (!refused.includes('row-level security')) taken.push(`${table}: ${refused}`);
    }
    expect(taken).toEqual([]);
    const handOver = inGlobex('update users set tenant_id = ?', acme);
    await expect(handOver).rejects.toThrow(/row-level security/);
  });
});
