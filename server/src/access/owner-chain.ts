/**
 * Who owns something, nearest first: the owning customer, its parent, and so on. The tenant stands
 * at the end of every chain and is left out, so an empty chain means: owned by the tenant itself.
 */
export type OwnerChain = readonly string[];

export const ownedByTenant: OwnerChain = [];

/** The owning customer, or null for the tenant. */
export const directOwner = (chain: OwnerChain): string | null => chain[0] ?? null;

/** Whether this owner, null for the tenant, is the owner itself or stands above it. */
export const isInChain = (owner: string | null, chain: OwnerChain): boolean =>
  owner === null || chain.includes(owner);
