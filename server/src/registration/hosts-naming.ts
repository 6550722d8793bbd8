import type { Tx } from '../platform/transaction.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';
import type { SelfRegistration } from './self-registration.js';

const hostsOf = (pages: readonly SelfRegistration[]): string[] => pages.map(({ host }) => host);

/** Hosts of the pages that name a thing: whoever wants to delete it is told. */
export const createHostsNaming = (pages: SelfRegistrationRepository) => ({
  role: async (tx: Tx, id: string) => hostsOf(await pages.findByRole(tx, id)),
  recipient: async (tx: Tx, id: string) => hostsOf(await pages.findByRecipient(tx, id)),
  dashboard: async (tx: Tx, id: string) => hostsOf(await pages.findByDashboard(tx, id)),
  /** With a role on a group. */
  group: async (tx: Tx, id: string) => {
    const found = await pages.findByGroup(tx, id);
    return hostsOf(
      found.filter(({ assignments }) => assignments.some((row) => row.entityGroupId === id)),
    );
  },
  /** As the group that the customers they make are put into. */
  entering: async (tx: Tx, id: string) => {
    const found = await pages.findByGroup(tx, id);
    return hostsOf(found.filter((page) => page.targetCustomerGroupId === id));
  },
});

/** A page where a legal document stands, for links to it; one that is on, if there is. */
export const createHostShowing =
  (pages: Pick<SelfRegistrationRepository, 'findByDocument'>) =>
  async (tx: Tx, documentId: string): Promise<string | null> => {
    const found = await pages.findByDocument(tx, documentId);
    return (found.find(({ enabled }) => enabled) ?? found[0])?.host ?? null;
  };
