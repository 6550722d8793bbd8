import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps third-party secrets unreadable in the database: AES-256-GCM under a key that is not in it. */
export interface Seal {
  /** @param context names the row and column; a sealed text opens in its own context only */
  seal(text: string, context: string): string;
  /** Throws when the key, the context or the text is not the one that was sealed. */
  open(sealed: string, context: string): string;
  /** A key of 32 bytes for another purpose, derived from the same secret. */
  deriveKey(purpose: string): Buffer;
}

const version = 'v1';

/** @param secretKey the operator's SECRET_KEY: 32 bytes */
export const createSeal = (secretKey: Buffer): Seal => {
  const deriveKey = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secretKey, Buffer.alloc(0), `gatehouse ${purpose}`, 32));
  const key = deriveKey('seal');
  return {
    deriveKey,
    seal(text, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [version, ...[iv, cipher.getAuthTag(), body].map((b) => b.toString('base64url'))].join(
        '.',
      );
    },
    open(sealed, context) {
      const [found, iv, tag, body] = sealed.split('.');
      if (found !== version || !iv || !tag || body === undefined) {
        throw new Error('A sealed secret has an unknown form.');
      }
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
      decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, 'base64url'));
      return (
        decipher.update(Buffer.from(body, 'base64url'), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
};
