import pg from 'pg';
import { vi } from 'vitest';

/** Looks at all tenants' rows as the owner of the tables, whom no policy binds. */
export const openOwner = async (connectionString: string) => {
  const client = new pg.Client(connectionString);
  await client.connect();

  const tenantTables = async (): Promise<string[]> => {
    const { rows } = await client.query<{ table_name: string }>(
      `select table_name from information_schema.columns
        where table_schema = 'public' and column_name = 'tenant_id' order by table_name`,
    );
    return rows.map(({ table_name }) => table_name);
  };

  /** Every row of a tenant as text, by table. */
  const rowsOf = async (tenantId: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of await tenantTables()) {
      const { rows } = await client.query<{ row: string }>(
        `select '${table} ' || to_jsonb(t)::text as row from ${table} t where tenant_id = $1 order by 1`,
        [tenantId],
      );
      found.push(...rows.map(({ row }) => row));
    }
    const { rows } = await client.query<{ row: string }>(
      `select 'tenants ' || to_jsonb(t)::text as row from tenants t where id = $1`,
      [tenantId],
    );
    return [...found, ...rows.map(({ row }) => row)];
  };

  /** Waits until no job is left that could still change something. */
  const untilQueueIsIdle = () =>
    vi.waitUntil(
      async () => {
        const { rows } = await client.query('select id from graphile_worker._private_jobs');
        return rows.length === 0;
      },
      { timeout: 15_000, interval: 100 },
    );

  return { client, tenantTables, rowsOf, untilQueueIsIdle, close: () => client.end() };
};

export type Owner = Awaited<ReturnType<typeof openOwner>>;
