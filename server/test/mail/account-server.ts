import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';

/** A mail server of this machine that takes mail only from those who log in. */
export interface AccountServer {
  readonly port: number;
  readonly mails: readonly ParsedMail[];
  /** Who logged in, and how. */
  readonly logins: readonly string[];
  stop(): Promise<void>;
}

/** @param isRight whether user and password, or access token, are those of the account */
export const startAccountServer = async (
  isRight: (given: SMTPServerAuthentication) => boolean,
): Promise<AccountServer> => {
  const mails: ParsedMail[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onAuth(given, _session, callback) {
      logins.push(`${given.method} ${given.username ?? ''}`);
      if (isRight(given)) callback(null, { user: given.username });
      else if (given.method === 'XOAUTH2') callback(null, { data: { status: '401' } });
      else callback(new Error('5.7.8 Username and Password not accepted'));
    },
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        callback();
      });
    },
  });
  server.on('error', () => undefined); // clients that hang up are part of the tests
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    logins,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};
