import type { Knex } from 'knex';

/** The role of every transaction: it owns nothing, so row-level security binds it. */
const serverRole = 'gatehouse_app';

const sqlForDba = `create role ${serverRole} nologin; grant ${serverRole} to <owner of the database>;`;

interface RoleFacts {
  exists: boolean;
  privileged: boolean;
  owns: boolean;
}

const readFacts = async (pool: Knex): Promise<RoleFacts> => {
  const { rows } = await pool.raw<{ rows: RoleFacts[] }>(
    // A member of a table's owner counts as the owner: row-level security would not bind it.
    `select count(*) > 0 as exists,
            coalesce(bool_or(rolsuper or rolbypassrls), false) as privileged,
            coalesce(bool_or(exists (
              select from pg_class where pg_has_role(r.oid, relowner, 'MEMBER'))), false) as owns
       from pg_roles r where rolname = ?`,
    [serverRole],
  );
  if (!rows[0]) throw new Error('PostgreSQL answered nothing.');
  return rows[0];
};

/** Another replica, or another database of the cluster, may have made the role a moment ago. */
const alreadyThere = new Set(['42710', '23505', 'XX000']);

const tryToRun = async (pool: Knex, sql: string): Promise<void> => {
  try {
    await pool.raw(sql);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '42501') return; // may not create roles: the check below says what to do
    if (!alreadyThere.has(code)) throw error;
  }
};

/** Being a member is not enough since PostgreSQL 16: only trying tells whether the role can be taken. */
const canTakeRole = async (pool: Knex): Promise<boolean> => {
  try {
    await pool.raw(`select set_config('role', ?, true)`, [serverRole]);
    return true;
  } catch {
    return false;
  }
};

/**
 * Makes sure that the server's role exists and is harmless.
 * @throws with the SQL for the database's administrator when it can't be made, or is too mighty
 */
export const createServerRole = async (pool: Knex): Promise<void> => {
  let facts = await readFacts(pool);
  if (!facts.exists) {
    await tryToRun(pool, `create role ${serverRole} nologin`);
    facts = await readFacts(pool);
  }
  if (facts.exists && !(await canTakeRole(pool))) {
    await tryToRun(pool, `grant ${serverRole} to current_user`);
  }
  if (!facts.exists || !(await canTakeRole(pool))) {
    throw new Error(
      `The database role ${serverRole} is missing. As its administrator run:\n  ${sqlForDba}`,
    );
  }
  if (facts.privileged || facts.owns) {
    throw new Error(
      `The database role ${serverRole} must own nothing, be no member of an owner, and be neither superuser nor BYPASSRLS: tenants would not be kept apart. Drop it, then run:\n  ${sqlForDba}`,
    );
  }
};
