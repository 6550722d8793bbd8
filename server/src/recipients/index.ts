import type { Access } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { LoadCustomer } from '../customers/index.js';
import type { Identity } from '../identity/index.js';
import type { Clock } from '../platform/clock.js';
import type { OutgoingRules } from '../platform/http/outgoing-address.js';
import type { Database } from '../platform/postgres/database.js';
import type { Seal } from '../platform/seal/seal.js';
import type { Tx } from '../platform/transaction.js';
import { RecipientReferencesResolver } from './graphql/recipient-references.resolver.js';
import { RecipientResolver } from './graphql/recipient.resolver.js';
import {
  GroupRecipientsResolver,
  RoleRecipientsResolver,
} from './graphql/used-by-recipients.resolver.js';
import { createManageRecipients } from './manage-recipients.js';
import { findPeople } from './postgres/people-rows.js';
import { recipientRows } from './postgres/recipient-rows.js';
import { createPreviewRecipient } from './preview-recipient.js';

export { NotificationRecipientType } from './graphql/recipient.type.js';
export {
  isWebhook,
  mostPeople,
  sealContext,
  tenantAdministrators,
  type Recipient,
} from './recipient.js';
export type { FindPeople, RecipientRepository } from './recipient-repository.js';

interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly recordAudit: RecordAudit;
  readonly outgoing: OutgoingRules;
  readonly access: Access;
  readonly identity: Identity;
  readonly loadCustomer: LoadCustomer;
  /** Hosts of the sign-up pages that tell a recipient; the slice of pages is above this one. */
  readonly pagesOfRecipient: (tx: Tx, recipientId: string) => Promise<readonly string[]>;
}

/** Whom to notify. */
export const createRecipients = (given: Deps) => {
  const { transact } = given.database;
  const manageRecipients = createManageRecipients({
    ...given,
    transact,
    recipients: recipientRows,
  });
  return {
    repository: recipientRows,
    findPeople,
    manageRecipients,
    resolvers: [
      new RecipientResolver(
        manageRecipients,
        createPreviewRecipient({ transact, findPeople, recipients: recipientRows }),
      ),
      new RecipientReferencesResolver({
        transact,
        loadCustomer: given.loadCustomer,
        findUsers: given.identity.users.findMany,
        findGroups: given.access.groups.findMany,
        findRoles: given.access.roles.findMany,
      }),
      new RoleRecipientsResolver(transact, recipientRows),
      new GroupRecipientsResolver(transact, recipientRows),
    ],
  };
};

export type Recipients = ReturnType<typeof createRecipients>;
