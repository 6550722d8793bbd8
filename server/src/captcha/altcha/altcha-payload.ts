import { z } from 'zod';
import type { Payload } from 'altcha-lib';

/** Only the signature vouches for the parameters, so they are taken as they come. */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.record(z.string(), z.unknown()),
    signature: z.string().min(1),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

type SignedPayload = Payload & { challenge: { signature: string } };

/** Reads what the ALTCHA widget hands over, base64 of JSON; null when it is anything else. */
export const parseAltchaPayload = (token: string): SignedPayload | null => {
  const parsed = payloadSchema.safeParse(parseJson(Buffer.from(token, 'base64').toString('utf8')));
  return parsed.success ? (parsed.data as unknown as SignedPayload) : null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
