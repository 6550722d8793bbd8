import type { RecordAudit } from '../audit/index.js';
import type { DomainRepository, FindSite } from '../domains/index.js';
import type { Clock } from '../platform/clock.js';
import type { Changes } from '../platform/postgres/changes.js';
import type { Database } from '../platform/postgres/database.js';
import { BrandingResolver } from './graphql/branding.resolver.js';
import { createManageBranding } from './manage-branding.js';
import { createMailPreviewLooks } from './mail-preview-looks.js';
import { brandingRows } from './postgres/branding-rows.js';
import { createPageLooks } from './page-looks.js';
import { createSiteBranding } from './site-branding.js';

export { createBrandingFiles } from './http/branding-files.js';
export { createMailLooks } from './mail-looks.js';
export type { PageLooksOf } from './page-looks.js';
export type { SiteBranding } from './site-branding.js';

interface Deps {
  readonly database: Database;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly findSite: FindSite;
  readonly domains: Pick<DomainRepository, 'find'>;
}

/** How the pages of tenants look. */
export const createBranding = ({ database, changes, ...given }: Deps) => {
  const { transact } = database;
  const parts = { ...given, transact, repository: brandingRows };
  const siteBranding = createSiteBranding({
    ...parts,
    onBrandingChanged: (listener) => changes.on('branding', listener),
  });
  return {
    siteBranding,
    pageLooks: createPageLooks(brandingRows),
    mailPreviewLooks: createMailPreviewLooks(brandingRows),
    repository: brandingRows,
    resolvers: [new BrandingResolver(createManageBranding(parts))],
  };
};
