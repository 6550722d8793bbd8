import type { Knex } from 'knex';
import { knexOf } from '../../platform/postgres/database.js';
import { cappedCount, containsText, takePage } from '../../platform/postgres/lists.js';
import type { Tx } from '../../platform/transaction.js';
import type { Registration, RegistrationState } from '../registration.js';
import type { RegistrationFilter, RegistrationRepository } from '../registration-repository.js';
import type { SavedGrants } from '../saved-grants.js';
import { rowsOf, toOpen, toRegistration, type RegistrationRow as Row } from './registration-row.js';

/** What has ended needs no password any more, so it keeps no hash of one. */
const noPassword = { password_hash: '' };

const pendingOf = (tx: Tx) => rowsOf(tx).where('state', 'PENDING');

/** What may still become an account. */
const openOf = (tx: Tx) => rowsOf(tx).whereIn('state', ['PENDING', 'WAITING']);

/**
 * Changes one that is in a state, and locks all of its address, in one order: of two decided at
 * once, neither waits for the other.
 */
const changeOne = async (
  tx: Tx,
  { id, emailKey }: Pick<Registration, 'id' | 'emailKey'>,
  from: RegistrationState,
  change: Partial<Row>,
): Promise<Row | undefined> => {
  const ofAddress = openOf(tx).where('email_key', emailKey).orderBy('id').forUpdate();
  const [row] = (await rowsOf(tx)
    .where('state', from)
    .withMaterialized('locked', ofAddress.select('id'))
    .whereRaw('id = (select id from locked where id = ?)', [id])
    .update(change as never)
    .returning('*')) as Row[];
  return row;
};

const filtered = (tx: Tx, filter: RegistrationFilter) => {
  const query = rowsOf(tx);
  if (filter.state) void query.where('state', filter.state);
  if (filter.selfRegistrationId)
    void query.where('self_registration_id', filter.selfRegistrationId);
  if (filter.search)
    void query.where(containsText(['email', 'first_name', 'last_name'], filter.search));
  return query;
};

/** The share lock waits for whoever saves or deletes the page, and looks at what they left. */
const insertIfOpen = `
  insert into registrations (
    tenant_id, id, self_registration_id, invite_code_id, host, email, email_key, first_name, last_name, fields, locale,
    password_hash, cookie_hash, ip, user_agent, consents, submitted_at)
  select tenant_id, :id, id, :inviteCodeId::uuid, :host, :email, :emailKey, :firstName, :lastName, :fields::jsonb, :locale,
         :passwordHash, :cookieHash, :ip, :userAgent, :consents::jsonb, :submittedAt
    from self_registrations
   where tenant_id = :tenantId and id = :selfRegistrationId and enabled
     for share`;

export const registrationRows: RegistrationRepository = {
  async insertIfOpen(tx, registration) {
    const bindings = {
      ...registration,
      fields: JSON.stringify(registration.fields),
      consents: JSON.stringify(registration.consents),
      tenantId: tx.tenantId,
    } as unknown as Knex.ValueDict;
    const { rowCount } = await knexOf(tx).raw<{ rowCount: number }>(insertIfOpen, bindings);
    return rowCount === 1;
  },

  async find(tx, id) {
    const row = (await rowsOf(tx).where({ id }).first()) as Row | undefined;
    return row ? toRegistration(row) : null;
  },

  async findMany(tx, ids) {
    const rows = (await rowsOf(tx).whereIn('id', ids).orderBy('id')) as Row[];
    return rows.map(toRegistration);
  },

  async findOpen(tx, id) {
    const row = (await openOf(tx).where({ id }).first()) as Row | undefined;
    return row ? toOpen(row) : null;
  },

  async findNewestByCookie(tx, cookieHash) {
    const row = (await rowsOf(tx)
      .where('cookie_hash', cookieHash)
      .orderBy('id', 'desc')
      .first()) as Row | undefined;
    return row ? toOpen(row) : null;
  },

  async findPendingByEmail(tx, emailKey, cookieHash) {
    const row = (await pendingOf(tx)
      .where('email_key', emailKey)
      .orderByRaw('cookie_hash = ? desc, id desc', [cookieHash ?? Buffer.alloc(0)])
      .first()) as Row | undefined;
    return row ? toRegistration(row) : null;
  },

  async findWaitingByEmail(tx, emailKey) {
    const row = (await rowsOf(tx).where({ email_key: emailKey, state: 'WAITING' }).first()) as
      Row | undefined;
    return row ? toRegistration(row) : null;
  },

  confirm: async (tx, registration, now) =>
    (await changeOne(tx, registration, 'PENDING', { state: 'WAITING', confirmed_at: now })) !==
    undefined,

  async activate(tx, registration, from, now) {
    const row = await changeOne(tx, registration, from, { state: 'ACTIVATED', activated_at: now });
    return row ? toOpen(row) : null;
  },

  async recordActivation(tx, id, made, decision) {
    await rowsOf(tx)
      .where({ id })
      .update({
        user_id: made.userId,
        customer_id: made.customerId,
        skipped_grants: [...made.skippedGrants],
        ...(decision && { decided_at: decision.at, decided_by: decision.by }),
        ...noPassword,
      });
  },

  async reject(tx, id, reason) {
    const changed = await openOf(tx)
      .where({ id })
      .update({ state: 'REJECTED', reason, ...noPassword });
    return changed === 1;
  },

  async rejectOthersOf(tx, emailKey, exceptId, reason) {
    await openOf(tx)
      .where('email_key', emailKey)
      .whereNot('id', exceptId)
      .update({ state: 'REJECTED', reason, ...noPassword });
  },

  async rejectWaiting(tx, id, { at, by }, text) {
    const changed = await rowsOf(tx)
      .where({ id, state: 'WAITING' })
      .update({
        ...{ state: 'REJECTED', reason: 'NOT_APPROVED', ...noPassword },
        ...{ decided_at: at, decided_by: by, rejection_text: text },
      });
    return changed === 1;
  },

  async rejectOfPage(tx, selfRegistrationId) {
    await openOf(tx)
      .where('self_registration_id', selfRegistrationId)
      .update({ state: 'REJECTED', reason: 'PAGE_DELETED', ...noPassword });
  },

  async keepGrantsOfPage(tx, selfRegistrationId, grants) {
    await openOf(tx)
      .where('self_registration_id', selfRegistrationId)
      .update({ saved_grants: JSON.stringify(grants) as unknown as SavedGrants });
  },

  countOpen: (tx, selfRegistrationId) =>
    cappedCount(knexOf(tx), openOf(tx).where('self_registration_id', selfRegistrationId)),

  countSince: (tx, selfRegistrationId, since) =>
    cappedCount(
      knexOf(tx),
      rowsOf(tx)
        .where('self_registration_id', selfRegistrationId)
        .where('submitted_at', '>', since),
    ),

  async takeCodeTry(tx, id, most) {
    const taken = await rowsOf(tx)
      .where({ id })
      .where('code_tries', '<', most)
      .increment('code_tries', 1);
    return taken === 1;
  },

  async extend(tx, id, expiresAt) {
    await pendingOf(tx)
      .where({ id })
      .update({ expires_at: knexOf(tx).raw('greatest(expires_at, ?)', [expiresAt]) as never });
  },

  async list(tx, filter, first, afterId) {
    const query = filtered(tx, filter);
    if (afterId) void query.where('id', '<', afterId);
    const rows = (await query.orderBy('id', 'desc').limit(first + 1)) as Row[];
    return takePage(rows, first, toRegistration);
  },

  count: (tx, filter) => cappedCount(knexOf(tx), filtered(tx, filter)),

  async delete(tx, id) {
    await rowsOf(tx).where({ id }).delete();
  },

  async ofUser(tx, userId) {
    const rows = (await rowsOf(tx).where('user_id', userId).orderBy('id')) as Row[];
    return rows.map(toRegistration);
  },

  async deleteOfUser(tx, userId) {
    await rowsOf(tx).where('user_id', userId).delete();
  },

  async expire(tx, now, keptUntil) {
    await pendingOf(tx)
      .where((ended) =>
        ended
          .where('expires_at', '<', now)
          // No mail could be sent, so there never was a link.
          .orWhere((linkless) =>
            linkless.whereNull('expires_at').where('submitted_at', '<', keptUntil),
          ),
      )
      .update({ state: 'EXPIRED', ...noPassword });
    await rowsOf(tx)
      .whereIn('state', ['EXPIRED', 'REJECTED'])
      .whereRaw('coalesce(decided_at, expires_at, submitted_at) < ?', [keptUntil])
      .delete();
  },
};
