import { forbidden } from '../../platform/failures.js';
import { isId } from '../../platform/ids.js';
import { knexOf } from '../../platform/postgres/database.js';
import type { Tx } from '../../platform/transaction.js';
import { operationsOn } from '../decision.js';
import { isInChain, ownedByTenant, type OwnerChain } from '../owner-chain.js';
import type { OwnedRow, Ownership } from '../owned-row.js';
import type { Principal } from '../principal.js';

interface Place {
  id: string;
  owner_chain: OwnerChain;
  group_ids: string[];
}

const chainOf = async (tx: Tx, customerId: string | null): Promise<OwnerChain | null> => {
  if (customerId === null) return ownedByTenant;
  if (!isId(customerId)) return null;
  const { rows } = await knexOf(tx).raw<{ rows: { id: string }[] }>(
    'select id from gatehouse.customer_ancestors(?::uuid) as id',
    [customerId],
  );
  return rows.length > 0 ? rows.map((row) => row.id) : null;
};

/** Owners, and those of the principal's groups that hold the rows: other groups don't matter. */
const placesOf = async (
  tx: Tx,
  principal: Principal,
  rows: readonly OwnedRow[],
): Promise<ReadonlyMap<string, Place>> => {
  const held = [...principal.permissions.groups.keys()];
  const { rows: places } = await knexOf(tx).raw<{ rows: Place[] }>(
    `select r.id,
            array(select gatehouse.customer_ancestors(r.owner)) as owner_chain,
            array(select m.group_id from entity_group_members m
                   where m.tenant_id = ? and m.entity_id = r.id and m.group_id = any(?::uuid[])) as group_ids
       from unnest(?::uuid[], ?::uuid[]) as r(id, owner)`,
    [tx.tenantId, held, rows.map((row) => row.id), rows.map((row) => row.ownerCustomerId)] as never,
  );
  return new Map(places.map((place) => [place.id, place]));
};

/** A tenant user without roles on groups: whoever owns the row, the answer is the same. */
const needsNoPlaces = ({ customerId, permissions }: Principal): boolean =>
  customerId === null && permissions.groups.size === 0;

const operationsOnRows: Ownership['operationsOn'] = async (tx, principal, resource, rows) => {
  const places = needsNoPlaces(principal) ? null : await placesOf(tx, principal, rows);
  return new Map(
    rows.map(({ id, withheld = [] }) => {
      const place = places?.get(id);
      const ownerChain = place?.owner_chain ?? ownedByTenant;
      const groupIds = place?.group_ids ?? [];
      return [id, operationsOn(principal, { resource, id, ownerChain, groupIds, withheld })];
    }),
  );
};

export const ownershipRows: Ownership = {
  chainOf,

  async chooseOwner(tx, principal, requested) {
    const chain = await chainOf(tx, requested ?? principal.customerId);
    return chain && isInChain(principal.customerId, chain) ? chain : null;
  },

  operationsOn: operationsOnRows,

  async requireMay(tx, { principal }, operation, resource, row) {
    const operations = await operationsOnRows(tx, principal, resource, [row]);
    if (!operations.get(row.id)?.includes(operation)) throw forbidden(`${resource}:${operation}`);
  },
};
