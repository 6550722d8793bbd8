import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CaughtCall {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. */
  readonly body: Record<string, unknown>;
}

/** The far side of a webhook, with the faults of real ones. */
export interface WebhookStandIn {
  /** With a path that is a secret. */
  readonly url: string;
  readonly host: string;
  readonly calls: readonly CaughtCall[];
  /** The oldest call that was not handed out yet; waits for it. */
  next(): Promise<CaughtCall>;
  /** How it answers from now on. */
  answer(status: number, text?: string, headers?: Record<string, string>): void;
  stop(): void;
}

export const startWebhookStandIn = async (): Promise<WebhookStandIn> => {
  const calls: CaughtCall[] = [];
  const events = new EventEmitter();
  let handedOut = 0;
  let reply: { status: number; text: string; headers: Record<string, string> } = {
    status: 200,
    text: 'ok',
    headers: {},
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const body = JSON.parse(text) as Record<string, unknown>;
      calls.push({ headers: request.headers, text, body });
      events.emit('call');
      response.writeHead(reply.status, reply.headers).end(reply.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/hooks/the-secret-path`,
    host,
    calls,
    async next() {
      while (calls.length <= handedOut) {
        await once(events, 'call', { signal: AbortSignal.timeout(15_000) });
      }
      handedOut += 1;
      const call = calls[handedOut - 1];
      if (!call) throw new Error('There was no call.');
      return call;
    },
    answer(status, text = '', headers = {}) {
      reply = { status, text, headers };
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
};
