import { createTransport, type NodemailerError } from 'nodemailer';
import type { Deliver } from '../mail-transport.js';
import { toDeliveryFault } from './delivery-fault.js';
import { toSmtpOptions } from './smtp-options.js';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where needed. */
  readonly smtpUrl: string;
  /** Sender, e.g. `Gatehouse <no-reply@example.com>`. */
  readonly mailFrom: string;
  /** Longest wait for each step in ms; by default 10 s (product: «Mail»). */
  readonly stepMs?: number;
}

/** A server that keeps answering a little must not hold a worker: so many steps at most. */
const mostSteps = 4;

/** One connection for each mail: nothing that was left open can fail the next one. */
export const createDeliverBySmtp = ({
  smtpUrl,
  mailFrom,
  stepMs = 10_000,
}: SmtpSettings): Deliver => {
  const transport = createTransport({
    ...toSmtpOptions(smtpUrl, stepMs),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const senderHost = /@([^\s>]+)/.exec(mailFrom)?.[1] ?? 'localhost';

  return async ({ id, to, subject, text, html }) => {
    try {
      await transport.sendMail({
        from: mailFrom,
        to: { name: '', address: to },
        messageId: `<${id}@${senderHost}>`,
        subject,
        text,
        html,
        // Nobody's holiday notice shall answer, and no answer of ours start a loop.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(mostSteps * stepMs),
      });
      return { kind: 'accepted' };
    } catch (error) {
      return toDeliveryFault(error as NodemailerError);
    }
  };
};
