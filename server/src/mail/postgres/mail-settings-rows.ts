import { announceChange, type Changes } from '../../platform/postgres/changes.js';
import { knexOf, type Database } from '../../platform/postgres/database.js';
import type { MailSettings, OauthClient } from '../mail-settings.js';
import type { MailSettingsRepository } from '../mail-settings-repository.js';

interface Row {
  tenant_id: string;
  provider: MailSettings['provider'];
  from_name: string | null;
  from_address: string;
  host: string;
  port: number;
  security: MailSettings['security'];
  timeout_seconds: number;
  authentication: MailSettings['authentication'];
  username: string | null;
  password_sealed: string | null;
  oauth_client_id: string | null;
  oauth_client_secret_sealed: string | null;
  oauth_directory_id: string | null;
  oauth_authorization_url: string | null;
  oauth_token_url: string | null;
  oauth_scope: string | null;
  updated_at: Date;
}

const topic = 'mail-settings';

/** Calls back with the tenant whose settings changed on any replica; `*` for all. */
export const onMailSettingsChange =
  (changes: Changes) =>
  (listener: (tenantId: string) => void): void =>
    changes.on(topic, listener);

const toClient = (row: Row): OauthClient | null =>
  row.oauth_client_id === null
    ? null
    : {
        clientId: row.oauth_client_id,
        sealedClientSecret: row.oauth_client_secret_sealed,
        directoryId: row.oauth_directory_id,
        authorizationUrl: row.oauth_authorization_url ?? '',
        tokenUrl: row.oauth_token_url ?? '',
        scope: row.oauth_scope ?? '',
      };

const toSettings = (row: Row): MailSettings => ({
  provider: row.provider,
  fromName: row.from_name,
  fromAddress: row.from_address,
  host: row.host,
  port: row.port,
  security: row.security,
  timeoutSeconds: row.timeout_seconds,
  authentication: row.authentication,
  username: row.username,
  sealedPassword: row.password_sealed,
  oauth2: toClient(row),
  updatedAt: row.updated_at,
});

const toRow = (tenantId: string, settings: MailSettings): Row => ({
  tenant_id: tenantId,
  provider: settings.provider,
  from_name: settings.fromName,
  from_address: settings.fromAddress,
  host: settings.host,
  port: settings.port,
  security: settings.security,
  timeout_seconds: settings.timeoutSeconds,
  authentication: settings.authentication,
  username: settings.username,
  password_sealed: settings.sealedPassword,
  oauth_client_id: settings.oauth2?.clientId ?? null,
  oauth_client_secret_sealed: settings.oauth2?.sealedClientSecret ?? null,
  oauth_directory_id: settings.oauth2?.directoryId ?? null,
  oauth_authorization_url: settings.oauth2?.authorizationUrl ?? null,
  oauth_token_url: settings.oauth2?.tokenUrl ?? null,
  oauth_scope: settings.oauth2?.scope ?? null,
  updated_at: settings.updatedAt,
});

export const mailSettingsRows: MailSettingsRepository = {
  async find(tx) {
    const row = await knexOf(tx)<Row>('mail_settings').where('tenant_id', tx.tenantId).first();
    return row ? toSettings(row) : null;
  },

  async save(tx, settings) {
    const row = toRow(tx.tenantId, settings);
    await knexOf(tx)('mail_settings').insert(row).onConflict('tenant_id').merge();
    await announceChange(tx, `${topic}:${tx.tenantId}`);
  },

  async delete(tx) {
    const deleted = await knexOf(tx)('mail_settings').where('tenant_id', tx.tenantId).delete();
    await announceChange(tx, `${topic}:${tx.tenantId}`);
    return deleted > 0;
  },
};

/** The reserved tenant whose settings serve everybody; it never changes once there is one. */
export const createFindSystemTenant = (database: Database): (() => Promise<string | null>) => {
  let known: string | null = null;
  return async () => {
    if (known !== null) return known;
    const [row] = await database.callFunction<{ id: string | null }>(
      'select gatehouse.find_system_tenant() as id',
    );
    known = row?.id ?? null;
    return known;
  };
};
