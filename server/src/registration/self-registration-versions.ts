import { requireOnTenant, type Viewer } from '../access/index.js';
import type { DomainRepository } from '../domains/index.js';
import { notFound } from '../platform/failures.js';
import type { OffsetPage } from '../platform/page.js';
import type { Transact } from '../platform/transaction.js';
import type { FindSelfRegistration } from './find-self-registration.js';
import type { Saved, UpdateSelfRegistration } from './save-self-registration.js';
import type {
  SelfRegistrationVersion,
  SelfRegistrationVersionRepository,
} from './self-registration-version.js';
import type { SelfRegistration } from './self-registration.js';
import { pageOfVersion, toInput } from './version-settings.js';

/** A save, and the page as it was then. */
export interface SavedVersion extends Omit<SelfRegistrationVersion, 'settings'> {
  readonly host: string;
  readonly selfRegistration: SelfRegistration;
}

interface Deps {
  readonly transact: Transact;
  readonly find: FindSelfRegistration;
  readonly versions: SelfRegistrationVersionRepository;
  readonly domains: Pick<DomainRepository, 'findMany'>;
  readonly update: UpdateSelfRegistration;
}

/** What was saved of a page, and the way back to it. */
export const createSelfRegistrationVersions = (deps: Deps) => {
  const { transact, find, versions, domains, update } = deps;
  return {
    /** Newest first. */
    listVersions: (
      viewer: Viewer,
      id: string,
      slice: { offset: number; limit: number },
    ): Promise<OffsetPage<SavedVersion>> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
      return transact(viewer.principal.tenantId, async (tx) => {
        const page = await find(tx, id);
        const { items, totalCount } = await versions.list(tx, id, slice);
        const saved = items.map((version) => ({ ...version, page: pageOfVersion(page, version) }));
        const domainIds = saved.map((version) => version.page.domainId);
        const found = new Set((await domains.findMany(tx, domainIds)).map((domain) => domain.id));
        return {
          totalCount,
          items: saved.map(({ settings: _, page: was, ...version }) => {
            const domainId = found.has(was.domainId) ? was.domainId : page.domainId;
            return { ...version, host: was.host, selfRegistration: { ...was, domainId } };
          }),
        };
      });
    },

    /**
     * Saves a version again, with every check of a save by hand; the secrets stay as they are.
     * @param seen the revision that the viewer takes for the present one
     * @throws NOT_FOUND
     */
    restoreVersion: async (
      viewer: Viewer,
      id: string,
      revision: number,
      seen: number | null,
    ): Promise<Saved> => {
      requireOnTenant(viewer, 'SELF_REGISTRATION', 'WRITE');
      const wanted = await transact(viewer.principal.tenantId, async (tx) => {
        const page = await find(tx, id);
        const version = await versions.find(tx, id, revision);
        if (!version) throw notFound('version');
        return toInput(pageOfVersion(page, version));
      });
      return update(viewer, id, { ...wanted, ...(seen !== null && { revision: seen }) }, revision);
    },
  };
};
