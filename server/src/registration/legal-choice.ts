import { requireOnTenant } from '../access/index.js';
import type { TenantSite } from '../domains/index.js';
import {
  toShownDocument,
  type LastingText,
  type Legal,
  type LegalDocument,
  type LegalDocumentKind,
  type ShownDocument,
  type WantedText,
} from '../legal/index.js';
import { inputFault, type InputFault } from '../platform/input-fault.js';
import { isId } from '../platform/ids.js';
import { fail, ok } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SettingsPart } from './settings-part.js';

/** Which legal documents a sign-up page shows; chosen ones may be kept while they are not shown. */
export interface LegalChoice {
  readonly showPrivacyPolicy: boolean;
  readonly privacyPolicyId: string | null;
  readonly showTermsOfUse: boolean;
  readonly termsOfUseId: string | null;
}

/** Absent keeps, null clears. */
export interface LegalChoiceInput {
  readonly showPrivacyPolicy?: boolean;
  readonly privacyPolicyId?: string | null;
  readonly showTermsOfUse?: boolean;
  readonly termsOfUseId?: string | null;
}

export const nothingShown: LegalChoice = {
  showPrivacyPolicy: false,
  privacyPolicyId: null,
  showTermsOfUse: false,
  termsOfUseId: null,
};

const parts = [
  { kind: 'PRIVACY_POLICY', show: 'showPrivacyPolicy', id: 'privacyPolicyId' },
  { kind: 'TERMS_OF_USE', show: 'showTermsOfUse', id: 'termsOfUseId' },
] as const;

type Fault = InputFault<'NOT_FOUND' | 'TEXT_MISSING'>;

/** Documents that registrants have to accept now, with their texts. */
export const documentsToAccept = (
  tx: Tx,
  legal: Pick<Legal, 'documents'>,
  choice: LegalChoice,
): Promise<readonly LegalDocument[]> => {
  const ids = parts.flatMap(({ show, id }) => (choice[show] ? (choice[id] ?? []) : []));
  return legal.documents.findMany(tx, ids);
};

/** The same as a page shows them: boxes to tick. */
export const shownDocuments = async (
  tx: Tx,
  legal: Pick<Legal, 'documents'>,
  choice: LegalChoice,
): Promise<ShownDocument[]> => (await documentsToAccept(tx, legal, choice)).map(toShownDocument);

/** The input on top of what is saved: a text that is not there can't be shown. */
export const createChooseDocuments =
  (legal: Pick<Legal, 'documents'>): SettingsPart =>
  async ({ tx, viewer, page, input }) => {
    const isNew = (id: string | null | undefined): boolean =>
      id != null && id !== page.privacyPolicyId && id !== page.termsOfUseId;
    if (isNew(input.privacyPolicyId) || isNew(input.termsOfUseId)) {
      requireOnTenant(viewer, 'LEGAL_DOCUMENT', 'READ');
    }
    const choice: LegalChoice = {
      showPrivacyPolicy: input.showPrivacyPolicy ?? page.showPrivacyPolicy,
      privacyPolicyId:
        input.privacyPolicyId === undefined ? page.privacyPolicyId : input.privacyPolicyId,
      showTermsOfUse: input.showTermsOfUse ?? page.showTermsOfUse,
      termsOfUseId: input.termsOfUseId === undefined ? page.termsOfUseId : input.termsOfUseId,
    };
    const ids = parts.flatMap(({ id }) => choice[id] ?? []).filter(isId);
    const found: readonly LegalDocument[] = await legal.documents.findMany(tx, ids);
    const faults = parts.flatMap(({ kind, show, id }): Fault[] => {
      const chosen = choice[id];
      if (chosen !== null) {
        const isThere = found.some((document) => document.id === chosen && document.kind === kind);
        return isThere ? [] : [inputFault(id, 'NOT_FOUND', 'Choose one of your documents.')];
      }
      const message = 'Choose or write a text first: nothing can be shown without one.';
      return choice[show] ? [inputFault(show, 'TEXT_MISSING', message)] : [];
    });
    return faults.length > 0 ? fail(faults) : ok(choice);
  };

interface Deps {
  readonly transact: Transact;
  readonly pages: SelfRegistrationRepository;
  readonly legal: Pick<Legal, 'findLastingText'>;
}

/** The text of a host: of the document that its page chose, shown or not, on or off. */
export const createFindPageText =
  ({ transact, pages, legal }: Deps) =>
  async ({ tenantId, domainId }: TenantSite, wanted: WantedText): Promise<LastingText | null> => {
    const page = await transact(tenantId, (tx) => pages.findByDomain(tx, domainId));
    const chosen: Readonly<Record<LegalDocumentKind, string | null>> = {
      PRIVACY_POLICY: page?.privacyPolicyId ?? null,
      TERMS_OF_USE: page?.termsOfUseId ?? null,
    };
    return legal.findLastingText(tenantId, chosen[wanted.kind], wanted);
  };

export type FindPageText = ReturnType<typeof createFindPageText>;
