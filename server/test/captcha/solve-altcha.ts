import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** Does in Node what the ALTCHA widget does in the browser, and hands over what it would. */
export const solveAltcha = async (challenge: object): Promise<string> => {
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey });
  if (!solution) throw new Error('The challenge has no solution.');
  return encodeAltcha({ challenge, solution });
};

export const encodeAltcha = (payload: unknown): string =>
  Buffer.from(JSON.stringify(payload)).toString('base64');

export const decodeAltcha = (token: string) =>
  JSON.parse(Buffer.from(token, 'base64').toString('utf8')) as {
    challenge: { parameters: Record<string, unknown>; signature: string };
    solution: { counter: number; derivedKey: string };
  };
