import { newSecret, splitTenant, withTenant } from '../platform/secrets.js';

/** Marks keys of this product, so that scanners find one that leaked. */
const prefix = 'gh_';

/** A key as its owner keeps it. */
export const newKeyToken = (tenantId: string): { token: string; secret: string } => {
  const secret = newSecret();
  return { token: prefix + withTenant(tenantId, secret), secret };
};

/** The parts of a key, or null for anything of another form. */
export const splitKeyToken = (token: string): ReturnType<typeof splitTenant> =>
  token.startsWith(prefix) ? splitTenant(token.slice(prefix.length)) : null;

/** What stands in the `Authorization` header behind `Bearer`; null without the header. */
export const bearerToken = (header: string | undefined): string | null => {
  if (header === undefined) return null;
  return /^Bearer ([\x21-\x7e]+)$/i.exec(header)?.[1] ?? '';
};
