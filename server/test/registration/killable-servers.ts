import { randomBytes } from 'node:crypto';
import { findFreePort } from '../../src/platform/embedded-postgres/free-port.js';
import { atEndOfFile } from '../harness/end-of-file.js';
import { startMailTrap, type MailTrap } from '../harness/mail-trap.js';
import { createTestDatabase } from '../harness/test-database.js';
import { startServerProcess, type ServerProcess } from './server-process.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';

/** What outlives a server that is killed: its database and the mail server. */
export interface KillableServers {
  readonly mails: MailTrap;
  readonly stored: StoredRows;
  /** The next server takes over where the one before was killed. */
  start(): Promise<ServerProcess>;
}

/** Call it in `beforeAll`; it ends with the file. */
export const createKillableServers = async (): Promise<KillableServers> => {
  const database = await createTestDatabase();
  const mails = await startMailTrap();
  atEndOfFile(async () => {
    await mails.stop();
    await database.drop();
  });
  const port = await findFreePort();
  const secretKey = randomBytes(32).toString('hex');
  const { connectionString: databaseUrl } = database;
  const stored = await openStoredRows(database);
  const start = () => startServerProcess({ port, databaseUrl, smtpUrl: mails.url, secretKey });
  return { mails, stored, start };
};
