import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits, URL-safe: sessions, links, API keys (security rules, «Secrets»). */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Six decimal digits for a person to type. */
export const newCode = (): string => randomInt(0, 1_000_000).toString().padStart(6, '0');

/** How secrets of 256 bits are stored. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** How short codes are stored: keyed, because a plain hash of six digits is no hiding place. */
export const hashCode = (key: Buffer, code: string, context: string): Buffer =>
  createHmac('sha256', key).update(`${context}\n${code}`).digest();

export const equalHashes = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

const tenantBytes = (tenantId: string): Buffer => Buffer.from(tenantId.replaceAll('-', ''), 'hex');

/** A secret that carries its tenant in front, so that it can be looked up behind the tenant wall. */
export const withTenant = (tenantId: string, secret: string): string =>
  `${tenantBytes(tenantId).toString('base64url')}.${secret}`;

/** The parts of {@link withTenant}, or null for anything of another form. */
export const splitTenant = (token: string): { tenantId: string; secret: string } | null => {
  const match = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (!match?.[1] || !match[2]) return null;
  const hex = Buffer.from(match[1], 'base64url').toString('hex');
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId, secret: match[2] };
};
