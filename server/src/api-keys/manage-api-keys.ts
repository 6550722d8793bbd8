import {
  grantAdvice,
  grantToKey,
  requireOnTenant,
  type Access,
  type Viewer,
} from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { newId } from '../platform/ids.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import type { OffsetPage } from '../platform/page.js';
import { ok, type Result } from '../platform/result.js';
import { hashSecret } from '../platform/secrets.js';
import type { Transact, Tx } from '../platform/transaction.js';
import {
  mostKeys,
  parseApiKey,
  type ApiKey,
  type ApiKeyDraft,
  type ApiKeyErrorCode,
  type NewApiKey,
} from './api-key.js';
import type { ApiKeyRepository } from './api-key-repository.js';
import { newKeyToken } from './key-token.js';

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly keys: ApiKeyRepository;
  readonly grantGuard: Access['grantGuard'];
  readonly recordAudit: RecordAudit;
}

/** A key that was just made, with the secret that nobody sees again. */
export interface MadeKey {
  readonly apiKey: ApiKey;
  readonly token: string;
}

type Made = Result<MadeKey, InputFaults<ApiKeyErrorCode>>;

/** What administrators do with the keys of their tenant. */
export const createManageApiKeys = ({ transact, clock, keys, grantGuard, recordAudit }: Deps) => {
  const make = async (tx: Tx, viewer: Viewer, draft: NewApiKey): Promise<Made> => {
    const { tenantId } = viewer.principal;
    const verdict = await grantGuard.check(tx, viewer, [grantToKey(draft.permissions)]);
    if (!verdict.allowed) {
      return failWith(inputFault('permissions', 'GRANT_EXCEEDS_OWN', grantAdvice(verdict)));
    }
    const { token, secret } = newKeyToken(tenantId);
    const { name: createdBy } = viewer.actor;
    const key = { ...draft, id: newId(), createdAt: clock.now(), createdBy, lastUsedAt: null };
    const inserted = await keys.insert(tx, key, hashSecret(secret), mostKeys);
    if (inserted === 'name-taken') {
      const message = 'Another key has this name: choose another one.';
      return failWith(inputFault('name', 'NAME_TAKEN', message));
    }
    if (inserted === 'too-many') {
      const message = `A tenant has at most ${mostKeys} keys: delete one that is no longer used.`;
      return failWith(inputFault('name', 'TOO_MANY', message));
    }
    await recordAudit(tx, viewer.actor, {
      action: 'api-key.created',
      entityType: 'API_KEY',
      entityId: key.id,
      entityName: key.name,
      after: { permissions: key.permissions, expiresAt: key.expiresAt },
    });
    return ok({ apiKey: key, token });
  };

  return {
    list: (
      viewer: Viewer,
      page: { offset: number; limit: number },
    ): Promise<OffsetPage<ApiKey>> => {
      requireOnTenant(viewer, 'API_KEY', 'READ');
      return transact(viewer.principal.tenantId, (tx) => keys.list(tx, page));
    },

    create: async (viewer: Viewer, draft: ApiKeyDraft): Promise<Made> => {
      requireOnTenant(viewer, 'API_KEY', 'CREATE');
      const parsed = parseApiKey(draft, clock.now());
      if (!parsed.ok) return parsed;
      return transact(viewer.principal.tenantId, (tx) => make(tx, viewer, parsed.value));
    },

    /** The key opens nothing from now on. */
    delete: (viewer: Viewer, id: string): Promise<string> => {
      requireOnTenant(viewer, 'API_KEY', 'DELETE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const key = await keys.find(tx, id);
        if (!key) throw notFound('API key');
        await keys.delete(tx, id);
        await recordAudit(tx, viewer.actor, {
          action: 'api-key.deleted',
          entityType: 'API_KEY',
          entityId: id,
          entityName: key.name,
        });
        return id;
      });
    },
  };
};

export type ManageApiKeys = ReturnType<typeof createManageApiKeys>;
