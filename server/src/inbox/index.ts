import { systemClock } from '../platform/clock.js';
import { startInboxServer } from './http/inbox-server.js';
import { openMailStore } from './mail-store.js';
import { startSmtpTrap } from './smtp/smtp-trap.js';

export interface InboxOptions {
  /** A folder of its own for the mails; made when missing, kept between starts. */
  readonly dataDir: string;
  /** The loopback address to listen on; anybody else is refused anyway. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly smtpPort: number;
  /** 0 takes a free port. */
  readonly httpPort: number;
}

export interface Inbox {
  /** What to send mail through, such as `smtp://127.0.0.1:4025`. It speaks no TLS. */
  readonly smtpUrl: string;
  /** Where a person reads the mails; `/messages.json` below it is for programs. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The demo's mail server: it catches every mail and shows it to browsers on this machine.
 * Rejects when one of the ports is taken.
 */
export const startInbox = async (options: InboxOptions): Promise<Inbox> => {
  const { dataDir, host, smtpPort, httpPort } = options;
  const mails = await openMailStore(dataDir, systemClock);
  const smtp = await startSmtpTrap(host, smtpPort, (mail) => mails.add(mail));
  const http = await startInboxServer(host, httpPort, mails).catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });
  return {
    smtpUrl: `smtp://${host}:${smtp.port}`,
    url: `http://localhost:${http.port}`,
    stop: async () => {
      await Promise.all([smtp.stop(), http.stop()]);
    },
  };
};
