import {
  viewerOf,
  type EntityGroupType,
  type RoleType,
  type ViewerContext,
} from '../../access/index.js';
import type { DomainType } from '../../domains/index.js';
import type { UserType } from '../../identity/index.js';
import type { LegalDocumentType } from '../../legal/index.js';
import type { MailMessage } from '../../mail/index.js';
import { batched } from '../../platform/graphql/batched.js';
import type { Transact, Tx } from '../../platform/transaction.js';
import type { NotificationRecipientType } from '../../recipients/index.js';
import type { Registration } from '../registration.js';

type FindMany<T> = (tx: Tx, ids: readonly string[]) => Promise<readonly (T & { id: string })[]>;

interface Deps {
  readonly transact: Transact;
  readonly findDomains: FindMany<DomainType>;
  readonly findRoles: FindMany<unknown>;
  readonly findGroups: FindMany<unknown>;
  readonly findUsers: FindMany<unknown>;
  readonly findDocuments: FindMany<LegalDocumentType>;
  readonly findRecipients: FindMany<unknown>;
  readonly findRegistration: (tx: Tx, id: string) => Promise<Registration | null>;
  readonly messagesOf: (tx: Tx, registrationIds: readonly string[]) => Promise<MailMessage[]>;
}

/** What sign-up pages and registrations name, beside a thing that the viewer was shown. */
export const createReferences = ({ transact, ...find }: Deps) => {
  const inTenant =
    <T>(findMany: (tx: Tx, ids: readonly string[]) => Promise<T>) =>
    (context: ViewerContext, ids: readonly string[]): Promise<T> =>
      transact(viewerOf(context).principal.tenantId, (tx) => findMany(tx, ids));
  const mailsOf = async (tx: Tx, ids: readonly string[]) => {
    const mails = await find.messagesOf(tx, ids);
    return ids.map((id) => ({ id, mails: mails.filter((mail) => mail.registrationId === id) }));
  };
  /** A page of an inbox names few, by their key. */
  const registrationsOf = async (tx: Tx, ids: readonly string[]): Promise<Registration[]> => {
    const found: Registration[] = [];
    for (const id of ids) {
      const registration = await find.findRegistration(tx, id);
      if (registration) found.push(registration);
    }
    return found;
  };
  return {
    domain: batched<ViewerContext, DomainType>('domains', inTenant(find.findDomains)),
    role: batched<ViewerContext, RoleType>('roles', inTenant(find.findRoles as FindMany<RoleType>)),
    entityGroup: batched<ViewerContext, EntityGroupType>(
      'entity groups',
      inTenant(find.findGroups as FindMany<EntityGroupType>),
    ),
    legalDocument: batched<ViewerContext, LegalDocumentType>(
      'legal documents',
      inTenant(find.findDocuments),
    ),
    user: batched<ViewerContext, UserType>('users', inTenant(find.findUsers as FindMany<UserType>)),
    recipient: batched<ViewerContext, NotificationRecipientType>(
      'recipients',
      inTenant(find.findRecipients as FindMany<NotificationRecipientType>),
    ),
    registration: batched<ViewerContext, Registration>('registrations', inTenant(registrationsOf)),
    mails: batched<ViewerContext, { mails: MailMessage[] }>('mails', inTenant(mailsOf)),
  };
};

export type References = ReturnType<typeof createReferences>;
