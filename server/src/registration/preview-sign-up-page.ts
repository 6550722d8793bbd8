import { requireOnTenant, type Viewer } from '../access/index.js';
import type { PageLooksOf } from '../branding/index.js';
import { toShownDocument, type Legal, type LegalDocument } from '../legal/index.js';
import type { Clock } from '../platform/clock.js';
import { isId, newId } from '../platform/ids.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { ApplySettings } from './apply-settings.js';
import { blankPage } from './blank-page.js';
import type { FindSelfRegistration } from './find-self-registration.js';
import { documentsToAccept } from './legal-choice.js';
import type { OpenPage } from './open-pages.js';
import type { SelfRegistrationInput } from './self-registration-input.js';

/** A sign-up page that nobody can use, and the texts that its boxes stand for. */
export interface PreviewedPage {
  readonly open: OpenPage;
  readonly documents: readonly LegalDocument[];
  readonly looks: Awaited<ReturnType<PageLooksOf>>;
}

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly find: FindSelfRegistration;
  readonly applySettings: ApplySettings;
  readonly legal: Pick<Legal, 'documents'>;
  readonly tenantName: (tx: Tx) => Promise<string>;
  readonly pageLooks: PageLooksOf;
}

/**
 * The page as visitors would see it if the draft were saved; what is wrong in the draft stays as it
 * is saved. Writes nothing.
 */
export const createPreviewSignUpPage =
  ({ transact, clock, find, applySettings, legal, tenantName, pageLooks }: Deps) =>
  (viewer: Viewer, id: string | null, draft: SelfRegistrationInput): Promise<PreviewedPage> => {
    requireOnTenant(viewer, 'SELF_REGISTRATION', 'READ');
    return transact(viewer.principal.tenantId, async (tx): Promise<PreviewedPage> => {
      const saved =
        id === null ? blankPage(newId(), draft.domainId ?? '', clock.now()) : await find(tx, id);
      // Roles are not on the page; while it is off nobody has to be able to grant the saved ones.
      const { assignments: _, ...seen } = draft;
      const input = { ...seen, enabled: false };
      const { page } = await applySettings({ tx, viewer, page: saved, input });
      const { tenantId } = viewer.principal;
      const place = { host: page.host, domainId: page.domainId };
      const documents = await documentsToAccept(tx, legal, page);
      const open: OpenPage = {
        site: {
          kind: 'tenant',
          ...place,
          tenantId,
          tenantName: await tenantName(tx),
          suspended: false,
        },
        page,
        documents: documents.map(toShownDocument),
      };
      // A draft names its domain as it came: what is no id has the looks of the tenant.
      const looks = await pageLooks(tx, isId(page.domainId) ? page.domainId : null);
      return { open, documents, looks };
    });
  };

export type PreviewSignUpPage = ReturnType<typeof createPreviewSignUpPage>;
