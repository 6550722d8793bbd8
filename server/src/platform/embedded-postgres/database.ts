import pg from 'pg';

/** The database, and the plain role that owns it: no superuser, but it may create roles. */
const NAME = 'gatehouse';

/** Makes the database and its owner where they are missing; returns the owner's address of it. */
export async function provideDatabase(port: number): Promise<string> {
  const host = `127.0.0.1:${String(port)}`;
  const client = new pg.Client(`postgres://postgres@${host}/postgres`);
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as database`,
      [NAME],
    );
    if (!rows[0]?.role) await client.query(`create role ${NAME} login createrole`);
    if (!rows[0]?.database) await client.query(`create database ${NAME} owner ${NAME}`);
  } finally {
    await client.end();
  }
  return `postgres://${NAME}@${host}/${NAME}`;
}
