import { requireOnTenant, type Viewer } from '../access/index.js';
import { changedFields, type RecordAudit } from '../audit/index.js';
import type { DomainRepository } from '../domains/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { isId } from '../platform/ids.js';
import type { InputFaults } from '../platform/input-fault.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import { dataAddress, overlaid, type Branding } from './branding.js';
import type { BrandingRepository } from './branding-repository.js';
import { parseBranding, type BrandingErrorCode, type BrandingInput } from './parse-branding.js';

export interface BrandingView extends Branding {
  readonly domainId: string | null;
  /** With what is the tenant's where the domain leaves it open. */
  readonly effective: Branding;
  /** The own logo, as a `data:` address; null without one. */
  readonly logo: string | null;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly repository: BrandingRepository;
  readonly domains: Pick<DomainRepository, 'find'>;
}

/** What administrators do with the looks of their tenant's pages. */
export const createManageBranding = (deps: Deps) => {
  const { transact, repository } = deps;

  const nameOf = async (tx: Tx, domainId: string | null): Promise<string> => {
    if (domainId === null) return 'Tenant';
    const domain = isId(domainId) ? await deps.domains.find(tx, domainId) : null;
    if (!domain) throw notFound('domain');
    return domain.host;
  };

  const view = async (tx: Tx, domainId: string | null): Promise<BrandingView> => {
    const own = await repository.find(tx, domainId);
    const tenants = domainId === null ? own : await repository.find(tx, null);
    const image = own.logoHash === null ? null : await repository.findImage(tx, own.logoHash);
    const logo = image && dataAddress(image);
    return { ...own, domainId, effective: overlaid(tenants, own), logo };
  };

  return {
    find: (viewer: Viewer, domainId: string | null): Promise<BrandingView> => {
      requireOnTenant(viewer, 'BRANDING', 'READ');
      return transact(viewer.principal.tenantId, async (tx) => {
        await nameOf(tx, domainId);
        return view(tx, domainId);
      });
    },

    save: (
      viewer: Viewer,
      domainId: string | null,
      input: BrandingInput,
    ): Promise<Result<BrandingView, InputFaults<BrandingErrorCode>>> => {
      requireOnTenant(viewer, 'BRANDING', 'WRITE');
      return transact(viewer.principal.tenantId, async (tx) => {
        const entityName = await nameOf(tx, domainId);
        const saved = await repository.find(tx, domainId);
        const parsed = parseBranding(saved, input);
        if (!parsed.ok) return parsed;
        const { branding, logo } = parsed.value;
        await repository.save(tx, domainId, branding, logo, deps.clock.now());
        await deps.recordAudit(tx, viewer.actor, {
          action: 'branding.saved',
          entityType: 'BRANDING',
          entityId: domainId ?? tx.tenantId,
          entityName,
          ...changedFields({ ...saved }, { ...branding }),
        });
        return ok(await view(tx, domainId));
      });
    },
  };
};

export type ManageBranding = ReturnType<typeof createManageBranding>;
