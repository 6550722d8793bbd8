import { createHmac } from 'node:crypto';
import type { Notice } from './notice.js';

const eventNames = {
  USER_REGISTERED: 'registration.created',
  USER_WAITING: 'registration.waiting',
  USER_ACTIVATED: 'registration.activated',
  GRANTS_SKIPPED: 'registration.grants-skipped',
  SUMMARY: 'registration.summary',
  TEST: 'test',
} as const satisfies Record<Notice['event'], string>;

/** The body of a generic webhook: Standard Webhooks, «Payload structure». */
export const toWebhookBody = (notice: Notice): string => {
  const { event, at, registeredCount, activatedCount, waitingCount, skippedCount, ...rest } =
    notice;
  const { skippedGrants, ...data } = rest;
  const counted = { registeredCount, activatedCount, waitingCount, skippedCount };
  const counts = event === 'SUMMARY' ? counted : {};
  const grants = event === 'GRANTS_SKIPPED' ? { skippedGrants } : {};
  return JSON.stringify({
    type: eventNames[event],
    timestamp: at.toISOString(),
    data: { ...data, ...grants, ...counts },
  });
};

/**
 * Headers as Standard Webhooks 1.0 writes them. The id is the same for every try, so that the far
 * side can tell a repeated call; without a secret nothing is signed.
 */
export const webhookHeaders = (
  id: string,
  body: string,
  signingSecret: string | null,
  now: Date,
): Record<string, string> => {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (signingSecret === null) return headers;
  const key = Buffer.from(signingSecret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { ...headers, 'webhook-signature': `v1,${signature}` };
};
