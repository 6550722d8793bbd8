import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import { createForgetAddresses } from './forget-addresses.js';
import { ConsentResolver } from './graphql/consent.resolver.js';
import { LegalDocumentResolver } from './graphql/legal-document.resolver.js';
import { OwnConsentResolver } from './graphql/own-consent.resolver.js';
import { createFindLastingText } from './lasting-text.js';
import { createManageLegalDocuments } from './manage-legal-documents.js';
import { createOwnConsents } from './own-consents.js';
import { consentRows } from './postgres/consent-rows.js';
import { legalRows } from './postgres/legal-rows.js';
import { createReadConsents } from './read-consents.js';
import { createRecordConsents } from './record-consents.js';

export type { GivenConsent } from './consent.js';
export { ConsentInput } from './graphql/legal-document.input.js';
export {
  LegalDocumentKindType,
  LegalDocumentType,
  SignUpLegalDocumentType,
} from './graphql/legal-document.type.js';
export { createLastingPages } from './http/lasting-pages.js';
export type { LastingText, WantedText } from './lasting-text.js';
export type { LegalDocument, LegalDocumentKind } from './legal-document.js';
export { titleOf } from './legal-words.js';
export {
  checkConsents,
  toShownDocument,
  type ConsentFault,
  type ShownDocument,
} from './shown-documents.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly allTenantIds: () => Promise<string[]>;
}

/** Privacy policies, terms of use, and who accepted which version. */
export const createLegal = ({ database, ...given }: Deps) => {
  const { transact } = database;
  const parts = { ...given, transact, repository: legalRows, consents: consentRows };
  const recordConsents = createRecordConsents(parts);
  const ownConsents = createOwnConsents({ ...parts, recordConsents });
  return {
    documents: legalRows,
    recordConsents,
    consentStateOf: ownConsents.stateOf,
    ownConsents,
    findLastingText: createFindLastingText(transact, legalRows),
    forgetAddresses: createForgetAddresses(parts),
    resolvers: [
      new LegalDocumentResolver(createManageLegalDocuments(parts)),
      new ConsentResolver(createReadConsents(parts)),
      new OwnConsentResolver(ownConsents),
    ],
  };
};

export type Legal = ReturnType<typeof createLegal>;
