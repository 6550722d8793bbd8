import { knexOf } from '../../platform/postgres/database.js';
import { offsetPage } from '../../platform/postgres/lists.js';
import type {
  SelfRegistrationVersion,
  SelfRegistrationVersionRepository,
} from '../self-registration-version.js';
import type { VersionSettings } from '../version-settings.js';

interface Row {
  self_registration_id: string;
  revision: number;
  saved_at: Date;
  saved_by: string | null;
  restored_from: number | null;
  settings: VersionSettings;
}

const toVersion = (row: Row): SelfRegistrationVersion => ({
  selfRegistrationId: row.self_registration_id,
  revision: row.revision,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
  restoredFrom: row.restored_from,
  settings: row.settings,
});

export const selfRegistrationVersionRows: SelfRegistrationVersionRepository = {
  async insert(tx, version) {
    await knexOf(tx)('self_registration_versions')
      .insert({
        tenant_id: tx.tenantId,
        self_registration_id: version.selfRegistrationId,
        revision: version.revision,
        saved_at: version.savedAt,
        saved_by: version.savedBy,
        restored_from: version.restoredFrom,
        settings: JSON.stringify(version.settings),
      })
      .onConflict(['tenant_id', 'self_registration_id', 'revision'])
      .ignore();
  },

  async find(tx, selfRegistrationId, revision) {
    const row = await knexOf(tx)<Row & { tenant_id: string }>('self_registration_versions')
      .where({ tenant_id: tx.tenantId, self_registration_id: selfRegistrationId, revision })
      .first();
    return row ? toVersion(row) : null;
  },

  list: (tx, selfRegistrationId, page) =>
    offsetPage<Row, SelfRegistrationVersion>(
      knexOf(tx),
      knexOf(tx)('self_registration_versions as v')
        .where({ 'v.tenant_id': tx.tenantId, 'v.self_registration_id': selfRegistrationId })
        .select('v.*')
        .orderBy('v.revision', 'desc'),
      page,
      toVersion,
    ),
};
