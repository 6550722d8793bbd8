import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import knexModule, { type Knex } from 'knex';
import { createServerRole } from './server-role.js';

const { knex } = knexModule;
const migrationsFolder = fileURLToPath(new URL('../../../../migrations/', import.meta.url));

/** knex loads no `.sql` files by itself: each file is one migration, run as it is. */
const sqlFiles: Knex.MigrationSource<string> = {
  getMigrations: async () =>
    (await readdir(migrationsFolder)).filter((f) => f.endsWith('.sql')).sort(),
  getMigrationName: (file) => file,
  getMigration: async (file) => {
    const sql = await readFile(`${migrationsFolder}${file}`, 'utf8');
    return {
      up: async (queries) => {
        await queries.raw(sql.replaceAll('?', '\\?'));
      },
      down: () =>
        Promise.reject(new Error('Migrations go forward only: restore a backup instead.')),
    };
  },
};

const migrations = { migrationSource: sqlFiles, tableName: 'schema_migrations' } as const;

const connect = (connectionString: string): Knex =>
  knex({
    client: 'pg',
    connection: connectionString,
    // A schema named like the owner would otherwise catch the tables.
    searchPath: ['public'],
    pool: { min: 0, max: 2 },
  });

/** Any fixed number: replicas that start at once take turns. */
const advisoryLock = 7_463_902;

/**
 * Brings the database to this version: the server's role, the queue's own schema, then `migrations/`.
 * @param connectionString a direct connection as the owner, not through a pooler
 */
export const migrate = async (connectionString: string): Promise<void> => {
  const pool = connect(connectionString);
  try {
    await pool.transaction(async (lock) => {
      await lock.raw('select pg_advisory_xact_lock(?)', [advisoryLock]);
      await createServerRole(pool);
      await runMigrations({ connectionString });
      await pool.migrate.latest(migrations);
    });
  } finally {
    await pool.destroy();
  }
};

/** Migrations of this version that have not run; asks the database until there are none. */
export const createPendingMigrations = (connectionString: string): (() => Promise<string[]>) => {
  let allDone = false;
  return async () => {
    if (allDone) return [];
    const pool = connect(connectionString);
    try {
      const [, pending] = (await pool.migrate.list(migrations)) as [unknown, string[]];
      allDone = pending.length === 0;
      return pending;
    } finally {
      await pool.destroy();
    }
  };
};
