import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailStore } from '../mail-store.js';
import { createInboxApp } from './inbox-app.js';

export interface InboxServer {
  readonly port: number;
  stop(): Promise<void>;
}

export const startInboxServer = async (
  host: string,
  port: number,
  mails: MailStore,
): Promise<InboxServer> => {
  const server = createServer(createInboxApp(mails)).listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
