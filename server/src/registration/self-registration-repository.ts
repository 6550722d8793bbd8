import type { OffsetPage } from '../platform/page.js';
import type { Tx } from '../platform/transaction.js';
import type { SelfRegistration } from './self-registration.js';

export interface SelfRegistrationRepository {
  find(tx: Tx, id: string): Promise<SelfRegistration | null>;
  findByDomain(tx: Tx, domainId: string): Promise<SelfRegistration | null>;
  findByDomains(tx: Tx, domainIds: readonly string[]): Promise<SelfRegistration[]>;
  /** Pages whose «User group roles» name this role. */
  findByRole(tx: Tx, roleId: string): Promise<SelfRegistration[]>;
  /** Pages that give a role on this group, or put registrants' customers into it. */
  findByGroup(tx: Tx, entityGroupId: string): Promise<SelfRegistration[]>;
  /** Pages that open this dashboard. */
  findByDashboard(tx: Tx, dashboardId: string): Promise<SelfRegistration[]>;
  /** Pages that chose this legal document, shown or not. */
  findByDocument(tx: Tx, documentId: string): Promise<SelfRegistration[]>;
  /** Pages that tell this recipient. */
  findByRecipient(tx: Tx, recipientId: string): Promise<SelfRegistration[]>;
  /** By host. */
  list(tx: Tx, page: { offset: number; limit: number }): Promise<OffsetPage<SelfRegistration>>;
  /** @returns false when the domain has a page already */
  insert(tx: Tx, page: SelfRegistration): Promise<boolean>;
  /** @returns 'outdated' when somebody saved in between, 'taken' when the domain has another page */
  update(
    tx: Tx,
    page: SelfRegistration,
    expectedRevision: number,
  ): Promise<'saved' | 'outdated' | 'taken'>;
  /** Nobody registers on the page until the transaction ends. */
  lock(tx: Tx, id: string): Promise<void>;
  delete(tx: Tx, id: string): Promise<void>;
}
