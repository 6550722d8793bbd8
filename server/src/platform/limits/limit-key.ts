import { createHash } from 'node:crypto';

/** What a bucket counts for; with several parts all that share the first ones can be found. */
export type LimitKey = string | readonly string[];

/** 128 bits are enough to tell keys apart. */
const hashLength = 32;

/** Keys may hold addresses of people: only their hashes are stored, one for each part. */
const hashLimitKey = (key: LimitKey): string =>
  [key]
    .flat()
    .map((part) => createHash('sha256').update(part).digest('hex').slice(0, hashLength))
    .join(':');

/** As the limiter stores it: its name, then the key. */
export const storedLimitKey = (name: string, key: LimitKey): string =>
  `${name}:${hashLimitKey(key)}`;

/** {@link storedLimitKey} of a key of one part, in SQL. @param text an SQL expression */
export const storedLimitKeySql = (name: string, text: string): string =>
  `'${name}:' || left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), ${hashLength})`;
