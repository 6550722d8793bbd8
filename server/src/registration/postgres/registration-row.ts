import type { Knex } from 'knex';
import type { GivenConsent } from '../../legal/index.js';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import type { CollectedField } from '../collected-field.js';
import type {
  OpenRegistration,
  Registration,
  RegistrationState,
  RejectionReason,
} from '../registration.js';
import type { SavedGrants } from '../saved-grants.js';

export interface RegistrationRow {
  tenant_id: string;
  id: string;
  self_registration_id: string | null;
  saved_grants: SavedGrants | null;
  host: string;
  email: string;
  email_key: string;
  first_name: string | null;
  last_name: string | null;
  fields: CollectedField[];
  locale: string;
  password_hash: string;
  cookie_hash: Buffer;
  state: RegistrationState;
  reason: RejectionReason | null;
  skipped_grants: string[];
  ip: string | null;
  user_agent: string | null;
  consents: GivenConsent[];
  submitted_at: Date;
  expires_at: Date | null;
  confirmed_at: Date | null;
  decided_at: Date | null;
  decided_by: string | null;
  rejection_text: string | null;
  invite_code_id: string | null;
  activated_at: Date | null;
  user_id: string | null;
  customer_id: string | null;
}

export const toRegistration = (row: RegistrationRow): Registration => ({
  id: row.id,
  selfRegistrationId: row.self_registration_id,
  savedGrants: row.saved_grants,
  host: row.host,
  email: row.email,
  emailKey: row.email_key,
  firstName: row.first_name,
  lastName: row.last_name,
  fields: row.fields,
  locale: row.locale,
  state: row.state,
  reason: row.reason,
  skippedGrants: row.skipped_grants,
  ip: row.ip,
  submittedAt: row.submitted_at,
  expiresAt: row.expires_at,
  confirmedAt: row.confirmed_at,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  rejectionText: row.rejection_text,
  activatedAt: row.activated_at,
  userId: row.user_id,
  customerId: row.customer_id,
});

export const toOpen = (row: RegistrationRow): OpenRegistration => ({
  ...toRegistration(row),
  passwordHash: row.password_hash,
  cookieHash: row.cookie_hash,
  inviteCodeId: row.invite_code_id,
  userAgent: row.user_agent,
  consents: row.consents,
});

export const rowsOf = (tx: Tx): Knex.QueryBuilder<RegistrationRow, RegistrationRow[]> =>
  knexOf(tx)<RegistrationRow>('registrations').where('tenant_id', tx.tenantId);
