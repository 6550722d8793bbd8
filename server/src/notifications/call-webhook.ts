import type { Clock } from '../platform/clock.js';
import type { PostOut } from '../platform/http/outgoing-http.js';
import type { Seal } from '../platform/seal/seal.js';
import { sealContext, type Recipient } from '../recipients/index.js';
import { toSlackMessage, toTeamsMessage } from './chat-messages.js';
import type { Notice } from './notice.js';
import { toWords } from './notice-words.js';
import { toWebhookBody, webhookHeaders } from './signed-webhook.js';

/** How a call ended, with what the far side really said. */
export interface CallOutcome {
  readonly delivered: boolean;
  /** Whether trying again makes sense. */
  readonly final: boolean;
  readonly answer: string;
}

/** @param id the same for every try of a notice */
export type CallWebhook = (
  tenantId: string,
  recipient: Recipient,
  notice: Notice,
  id: string,
) => Promise<CallOutcome>;

interface Deps {
  readonly seal: Seal;
  readonly postOut: PostOut;
  readonly clock: Clock;
}

/** Code points of an answer that are kept and shown. */
const longestAnswer = 300;
/** The far side wants no more calls at this address. */
const gone = 410;

const bodyFor = (recipient: Recipient, notice: Notice): string => {
  if (recipient.type === 'WEBHOOK') return toWebhookBody(notice);
  const words = toWords(notice, recipient.locale);
  const toMessage = recipient.type === 'SLACK' ? toSlackMessage : toTeamsMessage;
  return JSON.stringify(toMessage(words, notice));
};

/** In one line, without what no text column takes, and without the address, which is a secret. */
const readable = (text: string, url: string): string =>
  [...text.replaceAll(url, '…').replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')]
    .slice(0, longestAnswer)
    .join('')
    .trim();

export const createCallWebhook =
  ({ seal, postOut, clock }: Deps): CallWebhook =>
  async (tenantId, recipient, notice, id) => {
    const open = (sealed: string | null, what: 'url' | 'signing secret'): string | null =>
      sealed && seal.open(sealed, sealContext(tenantId, recipient.id, what));
    const url = open(recipient.sealedUrl, 'url') ?? '';
    const body = bodyFor(recipient, notice);
    const secret = open(recipient.sealedSigningSecret, 'signing secret');
    const answer = await postOut({
      url,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Gatehouse',
        ...(recipient.type === 'WEBHOOK' && webhookHeaders(id, body, secret, clock.now())),
      },
    });
    if (answer.kind !== 'answered') {
      return { delivered: false, final: answer.kind === 'refused', answer: answer.reason };
    }
    const { status, text } = answer;
    const said = readable(text, url);
    return {
      delivered: status >= 200 && status < 300,
      final: status === gone,
      answer: `HTTP ${status}${said && `: ${said}`}`,
    };
  };
