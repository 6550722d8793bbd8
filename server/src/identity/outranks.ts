import { keepsAuthority, type Access, type Principal, type Viewer } from '../access/index.js';
import type { Tx } from '../platform/transaction.js';
import type { User } from './user.js';

interface Deps {
  readonly ownership: Access['ownership'];
  readonly loadPrincipal: (tx: Tx, userId: string) => Promise<Principal | null>;
}

/**
 * Whether the viewer holds all that a user holds. Only then may they act as that user: by signing
 * in as them, or by a link with which anybody could.
 */
export type Outranks = (tx: Tx, viewer: Viewer, user: User) => Promise<boolean>;

export const createOutranks =
  ({ ownership, loadPrincipal }: Deps): Outranks =>
  async (tx, { principal }, user) => {
    if (principal.authority === 'SYS_ADMIN') return true;
    if (user.authority === 'TENANT_ADMIN' && principal.authority !== 'TENANT_ADMIN') return false;
    const target = await loadPrincipal(tx, user.id);
    const ownNow = await loadPrincipal(tx, principal.userId);
    const ownerChain = await ownership.chainOf(tx, user.customerId);
    return target !== null && ownNow !== null && keepsAuthority(target, ownNow, ownerChain ?? []);
  };
