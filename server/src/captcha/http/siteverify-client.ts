import { z } from 'zod';
import type { Siteverify } from '../siteverify.js';

/** Time for the whole exchange, in milliseconds; a person is waiting. */
const defaultDeadlineMs = 3_000;
/** Bytes; a real answer has some 300. */
const maxAnswerBytes = 16_384;

const answerSchema = z
  .object({
    success: z.boolean(),
    hostname: z.string().optional(),
    score: z.number().optional(),
    action: z.string().optional(),
    'error-codes': z.array(z.string().max(100)).max(20).default([]),
  })
  .transform(({ 'error-codes': errorCodes, ...answer }) => ({ ...answer, errorCodes }));

/**
 * A client for one verification endpoint: one POST, no redirect, a deadline, a cap on the answer.
 * @param url set by the operator, never by a tenant
 */
export const createSiteverifyClient =
  (url: string, deadlineMs = defaultDeadlineMs): Siteverify =>
  async ({ secret, response, remoteIp }) => {
    const body = new URLSearchParams({ secret, response });
    if (remoteIp !== null) body.set('remoteip', remoteIp);
    try {
      const signal = AbortSignal.timeout(deadlineMs);
      const answer = await fetch(url, { method: 'POST', body, redirect: 'manual', signal });
      if (answer.status !== 200) {
        await answer.body?.cancel();
        return { answered: false, why: `status ${answer.status}` };
      }
      const parsed = answerSchema.safeParse(JSON.parse(await readCapped(answer)));
      return parsed.success
        ? { answered: true, answer: parsed.data }
        : { answered: false, why: 'answer of another form' };
    } catch (error) {
      return { answered: false, why: describeFault(error) };
    }
  };

const readCapped = async (answer: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = answer.body;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new RangeError('answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Names the fault; of the network's words only the code, which can't hold the secret. */
const describeFault = (error: unknown): string => {
  if (error instanceof SyntaxError) return 'answer is no JSON';
  if (error instanceof RangeError) return error.message;
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : 'unknown';
};
