import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import type { Database } from '../platform/postgres/database.js';
import type { BaseAddress, DomainRepository } from '../domains/index.js';
import type { Mail, MailBudget } from '../mail/index.js';
import type { Enqueue } from '../platform/queue/enqueue.js';
import { createForgetAddresses } from './forget-addresses.js';
import { ConsentResolver } from './graphql/consent.resolver.js';
import { LegalDocumentResolver } from './graphql/legal-document.resolver.js';
import { OwnConsentResolver } from './graphql/own-consent.resolver.js';
import { createFindLastingText } from './lasting-text.js';
import { createManageLegalDocuments } from './manage-legal-documents.js';
import { createOwnConsents } from './own-consents.js';
import { createLegalTextComposer, type HostShowing } from './legal-text-mail.js';
import { askedUserRows } from './postgres/asked-user-rows.js';
import { consentRows } from './postgres/consent-rows.js';
import { legalRows } from './postgres/legal-rows.js';
import { createTellOfVersionTask } from './queue/tell-of-version-task.js';
import { createReadConsents } from './read-consents.js';
import { createRecordConsents } from './record-consents.js';
import { createTellOfVersion, tellOfVersionTask } from './tell-of-version.js';

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
  readonly enqueue: Enqueue;
  readonly mail: Mail;
  readonly mailBudget: MailBudget;
  readonly domains: DomainRepository;
  readonly baseAddressOf: BaseAddress;
  /** The slice that knows stands above this one. */
  readonly hostShowing: HostShowing;
}

/** Privacy policies, terms of use, and who accepted which version. */
export const createLegal = ({ database, ...given }: Deps) => {
  const { transact } = database;
  const stores = { repository: legalRows, consents: consentRows, askedUsers: askedUserRows };
  const { queueMail } = given.mail;
  const parts = { ...given, ...stores, transact, queueMail };
  const recordConsents = createRecordConsents(parts);
  const ownConsents = createOwnConsents({ ...parts, recordConsents });
  given.mail.compose('legal-text-changed', createLegalTextComposer(parts));
  return {
    documents: legalRows,
    recordConsents,
    consentStateOf: ownConsents.stateOf,
    ownConsents,
    findLastingText: createFindLastingText(transact, legalRows),
    forgetAddresses: createForgetAddresses(parts),
    tasks: { [tellOfVersionTask]: createTellOfVersionTask(createTellOfVersion(parts)) },
    resolvers: [
      new LegalDocumentResolver(createManageLegalDocuments(parts)),
      new ConsentResolver(createReadConsents(parts)),
      new OwnConsentResolver(ownConsents),
    ],
  };
};

export type Legal = ReturnType<typeof createLegal>;
