import { createHmac } from 'node:crypto';

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/**
 * A password of the demo: random per data directory, because it follows from its secret key, and
 * so the same at each start without being stored. 16 characters of 31 and three dashes.
 */
export const demoPassword = (secretKey: Buffer, email: string): string => {
  const bytes = createHmac('sha256', secretKey).update(`demo password of ${email}`).digest();
  const text = Array.from(bytes.subarray(0, groups * groupLength), (byte) =>
    alphabet.charAt(byte % alphabet.length),
  );
  return Array.from({ length: groups }, (_, group) =>
    text.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
};
