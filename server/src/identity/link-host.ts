import type { DomainRepository, FindSite } from '../domains/index.js';
import type { Tx } from '../platform/transaction.js';
import type { User } from './user.js';

interface Deps {
  readonly findSite: FindSite;
  readonly domains: Pick<DomainRepository, 'list'>;
  readonly consoleHost: string;
}

/**
 * The host on which somebody of the transaction's tenant signs in, for links to them: the console
 * for administrators, a domain of the tenant for users of customers.
 *
 * @param preferred taken if the tenant still has it
 * @returns null when the tenant has no domain
 */
export type LinkHostOf = (
  tx: Tx,
  user: Pick<User, 'authority'>,
  preferred: string | undefined,
) => Promise<string | null>;

export const createLinkHostOf =
  ({ findSite, domains, consoleHost }: Deps): LinkHostOf =>
  async (tx, user, preferred) => {
    if (user.authority !== 'CUSTOMER_USER') return consoleHost;
    const site = preferred === undefined ? null : await findSite(preferred);
    if (site?.kind === 'tenant' && site.tenantId === tx.tenantId) return site.host;
    const { items } = await domains.list(tx, null, { offset: 0, limit: 1 });
    return items[0]?.host ?? null;
  };

/** What to do about a tenant without a domain. */
export const noDomainAdvice =
  'This tenant has no domain yet, so its people could not sign in anywhere: add a domain first.';
