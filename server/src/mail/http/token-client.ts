import { z } from 'zod';
import type { PostOut } from '../../platform/http/outgoing-http.js';
import type { TokenAnswer, AskForTokens } from '../token-endpoint.js';
import { withoutSecrets } from '../without-secrets.js';

/** Seconds; RFC 6749 only recommends that providers tell. */
const usualLifetime = 3_600;

const tokens = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1).optional(),
    expires_in: z.coerce.number().positive().optional(),
  })
  .transform((answer) => ({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresInSeconds: answer.expires_in ?? usualLifetime,
  }));

const refusal = z.object({ error: z.string(), error_description: z.string().optional() });

const toJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const read = (status: number, text: string, secrets: readonly string[]): TokenAnswer => {
  const body = toJson(text);
  const good = tokens.safeParse(body);
  if (status === 200 && good.success) return { ok: true, tokens: good.data };
  const bad = refusal.safeParse(body);
  if (!bad.success) return { ok: false, reason: `The provider answered with status ${status}.` };
  const { error, error_description: description } = bad.data;
  const words = description ? `${error}: ${description}` : error;
  return { ok: false, reason: `The provider answered: ${withoutSecrets(words, secrets)}` };
};

/** @param postOutFor how this tenant's requests leave */
export const createTokenClient =
  (postOutFor: (tenantId: string) => Promise<PostOut>): AskForTokens =>
  async (tenantId, tokenUrl, parameters) => {
    const postOut = await postOutFor(tenantId);
    const answer = await postOut({
      url: tokenUrl,
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(parameters).toString(),
    });
    if (answer.kind !== 'answered') return { ok: false, reason: answer.reason };
    const { client_secret: secret, code, refresh_token: refreshToken } = parameters;
    const secrets = [secret, code, refreshToken].flatMap((value) => value ?? []);
    return read(answer.status, answer.text, secrets);
  };
