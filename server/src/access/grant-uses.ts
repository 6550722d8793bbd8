import type { Tx } from '../platform/transaction.js';

/** Who loses something when a role or an entity group goes. */
export interface GrantUse {
  /** User groups that hold the role, or a role on the group; counted up to 10,000. */
  readonly userGroups: number;
  /** Customers that own them, counted likewise. */
  readonly customers: number;
}

export interface GrantUses {
  ofRoles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, GrantUse>>;
  /** Of roles held on these entity groups. */
  ofGroups(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, GrantUse>>;
}

/** Where pages stand that use a role or a group; the slice above answers. */
export interface PagesOf {
  readonly role: (tx: Tx, roleId: string) => Promise<readonly string[]>;
  readonly group: (tx: Tx, entityGroupId: string) => Promise<readonly string[]>;
  /** Pages whose registrants' customers enter this group. */
  readonly entering: (tx: Tx, entityGroupId: string) => Promise<readonly string[]>;
}

export const unused: GrantUse = { userGroups: 0, customers: 0 };

/**
 * Says where something is used; null when it is not.
 * @param pages hosts of the pages that give it, or a role on it
 * @param entering hosts of the pages that put the customers they make into it
 */
export const inUseAdvice = (
  pages: readonly string[],
  { userGroups, customers }: GrantUse,
  entering: readonly string[] = [],
): string | null => {
  const uses = [
    ...(pages.length > 0 ? [`Sign-up pages give it to registrants: ${pages.join(', ')}.`] : []),
    ...(entering.length > 0
      ? [`Sign-up pages put the customers of registrants into it: ${entering.join(', ')}.`]
      : []),
    ...(userGroups > 0
      ? [`User groups lose what it gives: ${userGroups}, of ${customers} customers.`]
      : []),
  ];
  if (uses.length === 0) return null;
  return [...uses, 'End this first, or confirm with `evenInUse`.'].join(' ');
};
