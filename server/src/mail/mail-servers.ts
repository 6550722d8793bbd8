import type { Seal } from '../platform/seal/seal.js';
import type { Transact } from '../platform/transaction.js';
import { environmentMailServer, type EnvironmentMail } from './environment-mail-server.js';
import type { MailAccount, MailServer, MailServerOf } from './mail-server.js';
import { passwordContext, type MailSettings } from './mail-settings.js';
import type { MailSettingsRepository } from './mail-settings-repository.js';
import type { AccessTokenOf } from './oauth-tokens.js';

interface Deps {
  readonly transact: Transact;
  readonly repository: MailSettingsRepository;
  readonly seal: Seal;
  readonly environment: EnvironmentMail;
  /** Null before the first start has made it. */
  readonly systemTenantId: () => Promise<string | null>;
  readonly accessTokenOf: AccessTokenOf;
  /** Operator-only: tenants' servers may be on private networks. */
  readonly privateNetworks: boolean;
  /** Calls back when settings changed on any replica; `*` for all. */
  readonly onChange: (listener: (tenantId: string) => void) => void;
}

export interface MailServers {
  /** A tenant's own server, else the system's, else the operator's. */
  readonly of: MailServerOf;
  /** The server that counts when the tenant has none of its own. */
  readonly inheritedBy: MailServerOf;
  /** At once here; other replicas hear of the change a moment later. */
  readonly forget: (tenantId: string) => void;
}

/** Which server sends for whom, in memory until settings change on any replica. */
export const createMailServers = (deps: Deps): MailServers => {
  const known = new Map<string, Promise<MailServer | null>>();
  const environment = environmentMailServer(deps.environment);
  deps.onChange((tenantId) => (tenantId === '*' ? known.clear() : known.delete(tenantId)));

  const accountOf = (tenantId: string, settings: MailSettings): MailAccount | null => {
    const { authentication, username, sealedPassword } = settings;
    if (authentication === 'NONE' || username === null) return null;
    if (authentication === 'OAUTH2') {
      const accessToken = (renew: boolean) => deps.accessTokenOf(tenantId, renew);
      return { kind: 'oauth2', user: username, accessToken };
    }
    const password = deps.seal.open(sealedPassword ?? '', passwordContext(tenantId));
    return { kind: 'password', user: username, password };
  };

  const load = async (tenantId: string): Promise<MailServer | null> => {
    const settings = await deps.transact(tenantId, deps.repository.find);
    if (!settings) return null;
    const isSystem = tenantId === (await deps.systemTenantId());
    return {
      source: isSystem ? 'SYSTEM' : 'TENANT',
      from: { name: settings.fromName ?? '', address: settings.fromAddress },
      host: settings.host,
      port: settings.port,
      security: settings.security,
      stepMs: settings.timeoutSeconds * 1_000,
      account: accountOf(tenantId, settings),
      publicOnly: !isSystem && !deps.privateNetworks,
      since: settings.updatedAt,
    };
  };

  const ownOf = (tenantId: string): Promise<MailServer | null> => {
    const found = known.get(tenantId);
    if (found) return found;
    const asked = load(tenantId);
    known.set(tenantId, asked);
    asked.catch(() => known.delete(tenantId));
    return asked;
  };

  const inheritedBy: MailServerOf = async (tenantId) => {
    const systemTenantId = await deps.systemTenantId();
    const isBelowSystem = systemTenantId !== null && systemTenantId !== tenantId;
    return (isBelowSystem ? await ownOf(systemTenantId) : null) ?? environment;
  };

  return {
    inheritedBy,
    forget: (tenantId) => void known.delete(tenantId),
    of: async (tenantId) => (await ownOf(tenantId)) ?? inheritedBy(tenantId),
  };
};
