import { EventEmitter, on } from 'node:events';
import type { AddressInfo } from 'node:net';
import { domainToASCII } from 'node:url';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived. */
export interface CaughtMail extends ParsedMail {
  /** The recipients of the SMTP envelope, their domains as A-labels. */
  readonly recipients: readonly string[];
}

/** How the server treats the next mails. */
type Mood =
  | { readonly kind: 'accept' }
  /** Answers so at RCPT TO or after DATA; a function may quote the mail. */
  | {
      readonly kind: 'refuse';
      readonly at: 'recipient' | 'data';
      readonly code: number;
      readonly text: RefusalText;
    }
  /** Takes the connection and says nothing more. */
  | { readonly kind: 'hang' };

type RefusalText = string | ((mail: ParsedMail) => string);

/** A mail server for tests, with the faults of real ones. */
export interface MailTrap {
  /** For SMTP_URL. */
  readonly url: string;
  /** Everything accepted so far, oldest first. */
  readonly mails: readonly CaughtMail[];
  /** Connections so far: tells that a delivery was tried. */
  readonly connections: number;
  /** The oldest mail to this address that was not handed out yet; waits for it. */
  next(to: string): Promise<CaughtMail>;
  accept(): void;
  refuse(at: 'recipient' | 'data', code: number, text: RefusalText): void;
  hang(): void;
  /** Refuses connections, as if nothing listened. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

const waitMs = 15_000;

/** The server library shows international domains in Unicode, however they were sent. */
const withALabels = (address: string): string =>
  address.replace(/@(.*)$/, (_all, domain: string) => `@${domainToASCII(domain)}`);

const refusal = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });

const createServer = (mood: () => Mood, events: EventEmitter): SMTPServer =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onConnect(_session, callback) {
      events.emit('connection');
      if (mood().kind !== 'hang') callback();
    },
    onRcptTo(_address, _session, callback) {
      const now = mood();
      const refused = now.kind === 'refuse' && now.at === 'recipient';
      callback(refused ? refusal(now.code, String(now.text)) : undefined);
    },
    onData(stream, session, callback) {
      void simpleParser(stream).then((mail) => {
        const now = mood();
        if (now.kind === 'refuse') {
          const text = typeof now.text === 'string' ? now.text : now.text(mail);
          callback(refusal(now.code, text));
          return;
        }
        const recipients = session.envelope.rcptTo.map(({ address }) => withALabels(address));
        events.emit('mail', { ...mail, recipients });
        callback();
      });
    },
  });

const listen = (server: SMTPServer, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.server.address() as AddressInfo).port));
  });

/** Listens on a free port of this machine. */
export const startMailTrap = async (): Promise<MailTrap> => {
  const events = new EventEmitter();
  const mails: CaughtMail[] = [];
  const handedOut = new Set<CaughtMail>();
  let mood: Mood = { kind: 'accept' };
  let connections = 0;
  events.on('mail', (mail: CaughtMail) => mails.push(mail));
  events.on('connection', () => (connections += 1));

  const start = (port: number) => {
    server = createServer(() => mood, events);
    server.on('error', () => undefined); // clients that hang up in the middle are part of the tests
    return listen(server, port);
  };
  let server: SMTPServer;
  const port = await start(0);
  const close = () => new Promise<void>((resolve) => server.close(resolve));

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get connections() {
      return connections;
    },
    async next(to) {
      const signal = AbortSignal.timeout(waitMs);
      const arrivals = on(events, 'mail', { signal });
      for (;;) {
        const found = mails.find((mail) => mail.recipients.includes(to) && !handedOut.has(mail));
        if (found) {
          handedOut.add(found);
          await arrivals.return?.();
          return found;
        }
        await arrivals.next();
      }
    },
    accept: () => (mood = { kind: 'accept' }),
    refuse: (at, code, text) => (mood = { kind: 'refuse', at, code, text }),
    hang: () => (mood = { kind: 'hang' }),
    down: close,
    async up() {
      await start(port);
    },
    stop: close,
  };
};
