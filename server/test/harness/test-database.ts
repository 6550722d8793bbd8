import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** What the global set-up tells the test files about the run's PostgreSQL. */
export interface TestCluster {
  /** A database to connect to while making or dropping others. */
  readonly connectionString: string;
  /** Every database of this run starts with it. */
  readonly prefix: string;
  /** The migrated, otherwise empty database. */
  readonly template: string;
}

export interface TestDatabase {
  /** As the plain owner, who has no right beyond making roles and databases. */
  readonly connectionString: string;
  drop(): Promise<void>;
}

/** A migrated, otherwise empty database of one's own, in some tenths of a second. */
export function createTestDatabase(): Promise<TestDatabase> {
  const { connectionString, prefix, template } = inject('testCluster');
  return createDatabase(connectionString, `${prefix}_${randomBytes(6).toString('hex')}`, template);
}

/** Makes a database on the cluster of `connectionString`, as a copy of `template` if given. */
export async function createDatabase(
  connectionString: string,
  name: string,
  template = 'template1',
): Promise<TestDatabase> {
  await runOn(connectionString, [
    // Copies of one template that are made at once disturb each other.
    `select pg_advisory_lock(hashtext('${template}'))`,
    `create database ${name} template ${template}`,
  ]);
  const address = new URL(connectionString);
  address.pathname = `/${name}`;
  return {
    connectionString: address.href,
    drop: () => dropDatabase(connectionString, name),
  };
}

/** A plain owner may end everybody's sessions there but those of autovacuum, which soon end themselves. */
const insufficientPrivilege = '42501';
const mostTries = 100;

async function dropDatabase(connectionString: string, name: string, tries = 1): Promise<void> {
  try {
    await runOn(connectionString, [`drop database if exists ${name} with (force)`]);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege || tries === mostTries) {
      throw error;
    }
    await runOn(connectionString, ['select pg_sleep(0.1)']);
    await dropDatabase(connectionString, name, tries + 1);
  }
}

/** Runs the statements one after the other, outside of a transaction. */
export async function runOn(connectionString: string, statements: string[]): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
