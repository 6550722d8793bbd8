import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailContent } from '../caught-mail.js';
import { isLoopbackAddress } from '../loopback.js';

const LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

/** How long a client may finish what it is sending while the trap stops. */
const CLOSE_WITHIN_MS = 500;

export interface SmtpTrap {
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes every mail that a program of this machine sends, and delivers none. */
export const startSmtpTrap = async (
  host: string,
  port: number,
  keep: (mail: MailContent) => Promise<void>,
): Promise<SmtpTrap> => {
  const server = new SMTPServer({
    banner: 'Gatehouse demo inbox',
    authOptional: true,
    // There is nothing to hide between a program and its own machine, and no certificate to show.
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL_BYTES,
    disableReverseLookup: true,
    closeTimeout: CLOSE_WITHIN_MS,
    onConnect({ remoteAddress }, done) {
      done(
        isLoopbackAddress(remoteAddress) ? null : new Error('Only for programs of this machine'),
      );
    },
    onData(stream, session, done) {
      simpleParser(stream)
        .then((parsed) =>
          keep({
            from: parsed.from?.text ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            html: parsed.html || null,
          }),
        )
        .then(() => done(), done);
    },
  });
  // A client that goes away in the middle is no reason to end the program.
  server.on('error', () => undefined);
  const listener = server.listen(port, host);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
