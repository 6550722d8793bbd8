import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { MailGrantRepository } from './mail-grant-repository.js';
import type { MailHealth, MailRepository } from './mail-repository.js';
import type { MailServer, MailServerSource } from './mail-server.js';
import type { MailServers } from './mail-servers.js';
import { clientSecretContext, passwordContext, type MailSettings } from './mail-settings.js';
import type { MailSettingsRepository } from './mail-settings-repository.js';
import {
  parseMailSettings,
  type MailSettingsErrorCode,
  type MailSettingsInput,
} from './parse-mail-settings.js';

/** The mail server of the viewer's tenant, as administrators see it. */
export interface MailServerView {
  /** Null while the tenant has none of its own. */
  readonly settings: MailSettings | null;
  /** When the owner of the mail account agreed; OAuth 2 only. */
  readonly connectedAt: Date | null;
  readonly source: MailServerSource;
  /** Sender of the tenant's mails. */
  readonly sender: string;
  readonly health: MailHealth;
}

interface Deps {
  readonly transact: Transact;
  readonly settings: MailSettingsRepository;
  readonly grants: MailGrantRepository;
  readonly messages: Pick<MailRepository, 'healthSince'>;
  readonly servers: MailServers;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  /** Operator-only: tenants' servers may be on private networks. */
  readonly privateNetworks: boolean;
}

const senderOf = ({ from }: MailServer): string => {
  if (typeof from === 'string') return from;
  return from.name ? `${from.name} <${from.address}>` : from.address;
};

/** What the audit log keeps of settings; secrets are no part of it. */
const describe = (settings: MailSettings | null): Record<string, unknown> | null => {
  if (!settings) return null;
  const { sealedPassword: _password, oauth2, updatedAt: _updatedAt, ...open } = settings;
  if (!oauth2) return open;
  const { sealedClientSecret: _secret, ...client } = oauth2;
  return { ...open, ...client };
};

/** A consent counts for one client and one mail account. */
const isSameAccount = (before: MailSettings | null, after: MailSettings): boolean =>
  before?.oauth2?.clientId === after.oauth2?.clientId &&
  before?.oauth2?.tokenUrl === after.oauth2?.tokenUrl &&
  before?.oauth2?.scope === after.oauth2?.scope &&
  before?.username === after.username;

/** What administrators do with the mail server of their tenant, or of the whole installation. */
export const createManageMailSettings = (deps: Deps) => {
  const { transact, seal } = deps;

  const view = async (viewer: Viewer): Promise<MailServerView> => {
    const { tenantId } = viewer.principal;
    return transact(tenantId, async (tx) => {
      const settings = await deps.settings.find(tx);
      // The memory of servers may be a moment behind what this transaction reads.
      const inherited = await deps.servers.inheritedBy(tenantId);
      const own = viewer.principal.authority === 'SYS_ADMIN' ? 'SYSTEM' : 'TENANT';
      const sender = settings
        ? senderOf({
            ...inherited,
            from: { name: settings.fromName ?? '', address: settings.fromAddress },
          })
        : senderOf(inherited);
      const since = settings ? settings.updatedAt : inherited.since;
      return {
        settings,
        sender,
        connectedAt: (await deps.grants.find(tx))?.grantedAt ?? null,
        source: settings ? own : inherited.source,
        health: await deps.messages.healthSince(tx, since),
      };
    });
  };

  const audit = (
    tx: Tx,
    viewer: Viewer,
    verb: string,
    before: MailSettings | null,
    after: MailSettings | null,
  ) =>
    deps.recordAudit(tx, viewer.actor, {
      action: `mail_settings.${verb}`,
      entityType: 'MAIL_SETTINGS',
      entityId: tx.tenantId,
      entityName: (after ?? before)?.host ?? null,
      before: describe(before),
      after: describe(after),
    });

  return {
    view: (viewer: Viewer): Promise<MailServerView> => {
      requireOnTenant(viewer, 'MAIL_SETTINGS', 'READ');
      return view(viewer);
    },

    save: async (
      viewer: Viewer,
      input: MailSettingsInput,
    ): Promise<Result<MailServerView, InputFaults<MailSettingsErrorCode>>> => {
      requireOnTenant(viewer, 'MAIL_SETTINGS', 'WRITE');
      const { tenantId, authority } = viewer.principal;
      const saved = await transact(tenantId, async (tx) => {
        const before = await deps.settings.find(tx);
        const parsed = parseMailSettings(input, {
          saved: before,
          mayBePrivate: authority === 'SYS_ADMIN' || deps.privateNetworks,
          sealPassword: (password) => seal.seal(password, passwordContext(tenantId)),
          sealClientSecret: (secret) => seal.seal(secret, clientSecretContext(tenantId)),
          now: deps.clock.now(),
        });
        if (!parsed.ok) return parsed;
        await deps.settings.save(tx, parsed.value);
        if (!isSameAccount(before, parsed.value)) await deps.grants.delete(tx);
        await audit(tx, viewer, 'saved', before, parsed.value);
        return parsed;
      });
      if (!saved.ok) return saved;
      deps.servers.forget(tenantId);
      return ok(await view(viewer));
    },

    /** From then on the inherited server counts. */
    reset: async (viewer: Viewer): Promise<MailServerView> => {
      requireOnTenant(viewer, 'MAIL_SETTINGS', 'WRITE');
      await transact(viewer.principal.tenantId, async (tx) => {
        const before = await deps.settings.find(tx);
        if (await deps.settings.delete(tx)) await audit(tx, viewer, 'reset', before, null);
      });
      deps.servers.forget(viewer.principal.tenantId);
      return view(viewer);
    },
  };
};

export type ManageMailSettings = ReturnType<typeof createManageMailSettings>;
