import { keyPrincipal, type Principal, type Viewer } from '../access/index.js';
import type { Site } from '../domains/index.js';
import { minuteMs, type Clock } from '../platform/clock.js';
import { hashSecret } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { ApiKey } from './api-key.js';
import type { ApiKeyRepository } from './api-key-repository.js';
import { splitKeyToken } from './key-token.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly keys: ApiKeyRepository;
  readonly isTenantActive: (tx: Tx) => Promise<boolean>;
}

/** Use is written down at most once in this time (ms), to spare a write a call. */
const touchAfterMs = minuteMs;

const principalOf = (tenantId: string, { id, permissions }: ApiKey): Principal =>
  keyPrincipal({ tenantId, keyId: id, permissions });

/** A key counts on the console's address and on the domains of its own tenant. */
const mayUseSite = (site: Site, tenantId: string): boolean =>
  site.kind === 'console' || (site.kind === 'tenant' && site.tenantId === tenantId);

export const createAuthenticateKey = ({ transact, clock, keys, isTenantActive }: Deps) => ({
  /** From a key to who acts, or null when it does not count here and now. */
  authenticateKey: async (site: Site, token: string, ip: string): Promise<Viewer | null> => {
    const parts = splitKeyToken(token);
    if (!parts || !mayUseSite(site, parts.tenantId)) return null;
    const { tenantId } = parts;
    const now = clock.now();
    const key = await transact(tenantId, async (tx) => {
      const found = await keys.findBySecret(tx, hashSecret(parts.secret));
      if (!found || found.expiresAt <= now || !(await isTenantActive(tx))) return null;
      const used = found.lastUsedAt?.getTime() ?? 0;
      if (now.getTime() - used > touchAfterMs) await keys.touch(tx, found.id, now);
      return found;
    });
    if (!key) return null;
    return {
      principal: principalOf(tenantId, key),
      actor: { kind: 'API_KEY', id: key.id, name: key.name, ip },
    };
  },

  /** What a key gives at this moment: a grant is decided once more inside its transaction. */
  loadKeyPrincipal: async (tx: Tx, keyId: string): Promise<Principal | null> => {
    const key = await keys.find(tx, keyId);
    return key && key.expiresAt > clock.now() ? principalOf(tx.tenantId, key) : null;
  },
});
