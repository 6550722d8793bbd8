import type { LimitName } from '../../config/limits.js';
import { storedLimitKeySql } from '../../platform/limits/limit-key.js';
import type { Limit } from '../../platform/limits/rate-limits.js';
import { consoleAccounts } from '../sign-in.js';

type Figures = Readonly<Record<LimitName, Limit>>;

const limitsOfAccounts = ['signInPerAccount', 'signInPerAccountAndNetwork'] as const;

/** SQL: whether a bucket `l` refuses for now. */
const isFull = (figures: Figures, name: LimitName): string =>
  `l.points >= ${figures[name].points} and l.expire > extract(epoch from now()) * 1000`;

/**
 * SQL: whether sign-in refuses a user `u` for now, from anywhere or from one network at least.
 * Administrators sign in on the console, too, where their account counts for itself.
 */
export const isLockedOut = (figures: Figures): string => {
  const anywhere = storedLimitKeySql('signInPerAccount', 'account');
  const perNetwork = storedLimitKeySql('signInPerAccountAndNetwork', 'account');
  return `(u.state = 'ACTIVE' and exists (
    select from unnest(
      case when u.authority = 'CUSTOMER_USER' then array[u.tenant_id::text]
           else array[u.tenant_id::text, '${consoleAccounts}'] end) as place
     cross join lateral (select place || ' ' || u.email_key as account) as key_text
     where exists (select from rate_limits l
                    where l.key = ${anywhere} and ${isFull(figures, 'signInPerAccount')})
        or exists (select from rate_limits l
                    where l.key > ${perNetwork} || ':' and l.key < ${perNetwork} || ';'
                      and ${isFull(figures, 'signInPerAccountAndNetwork')})))`;
};

/** SQL: whether there is anybody to look for at all; asked once, before every user is looked at. */
export const isAnybodyLockedOut = (figures: Figures): string =>
  `(${limitsOfAccounts
    .map(
      (name) =>
        `exists (select from rate_limits l
                  where l.key > '${name}:' and l.key < '${name};' and ${isFull(figures, name)})`,
    )
    .join(' or ')})`;
