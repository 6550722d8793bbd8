import type { LimitName } from '../../config/limits.js';
import { storedLimitKeySql } from '../../platform/limits/limit-key.js';
import type { Limit } from '../../platform/limits/rate-limits.js';
import { consoleAccounts } from '../sign-in.js';

/**
 * SQL: whether sign-in refuses a user `u` for now, from anywhere or from one network at least.
 * Administrators sign in on the console, too, where their account counts for itself.
 */
export const isLockedOut = (figures: Readonly<Record<LimitName, Limit>>): string => {
  const anywhere = storedLimitKeySql('signInPerAccount', 'account');
  const perNetwork = storedLimitKeySql('signInPerAccountAndNetwork', 'account');
  const isFull = (name: LimitName): string =>
    `l.points >= ${figures[name].points} and l.expire > extract(epoch from now()) * 1000`;
  return `(u.state = 'ACTIVE' and exists (
    select from unnest(
      case when u.authority = 'CUSTOMER_USER' then array[u.tenant_id::text]
           else array[u.tenant_id::text, '${consoleAccounts}'] end) as place
     cross join lateral (select place || ' ' || u.email_key as account) as key_text
     where exists (select from rate_limits l
                    where l.key = ${anywhere} and ${isFull('signInPerAccount')})
        or exists (select from rate_limits l
                    where l.key > ${perNetwork} || ':' and l.key < ${perNetwork} || ';'
                      and ${isFull('signInPerAccountAndNetwork')})))`;
};
