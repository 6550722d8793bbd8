import { ownedByTenant, type EntityGroup, type RoleUse } from '../access/index.js';
import type { Tx } from '../platform/transaction.js';
import type { SelfRegistrationRepository } from './self-registration-repository.js';

const receivers = { authority: 'CUSTOMER_USER', ownerChain: ownedByTenant } as const;

/** Sign-up pages promise a role to people who have not come yet: widening it gives them more. */
export const createFurtherUsesOfRole =
  (
    pages: SelfRegistrationRepository,
    findGroups: (tx: Tx, ids: readonly string[]) => Promise<readonly EntityGroup[]>,
  ) =>
  async (tx: Tx, roleId: string): Promise<RoleUse[]> => {
    const found = await pages.findByRole(tx, roleId);
    const rows = found
      .flatMap(({ assignments }) => assignments)
      .filter((row) => row.roleId === roleId);
    const groups = await findGroups(
      tx,
      rows.flatMap(({ entityGroupId }) => entityGroupId ?? []),
    );
    return rows.map(({ entityGroupId }) => ({
      receivers,
      group: groups.find(({ id }) => id === entityGroupId) ?? null,
    }));
  };
