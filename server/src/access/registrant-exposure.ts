import type { GroupScope } from './entity-group.js';

/**
 * Whether a role on this group would show the registrants of one sign-up page to each other: they,
 * or their customers, enter the group themselves. Such an assignment is refused.
 *
 * @param entered ids of the groups that the page puts registrants or their customers into
 */
export const wouldShowRegistrants = (group: GroupScope, entered: readonly string[]): boolean => {
  if (group.type !== 'CUSTOMER' && group.type !== 'USER') return false;
  // A registrant's customer is owned by the tenant, so the tenant's All customers group takes it in.
  const takesInCustomers =
    group.type === 'CUSTOMER' && group.kind === 'ALL' && group.ownerChain.length === 0;
  return takesInCustomers || entered.includes(group.id);
};
