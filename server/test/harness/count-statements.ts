import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';
import { atEndOfFile } from './end-of-file.js';

/** Calls that bear this header are counted. */
const header = 'x-counted';

/** Ends a transaction, or begins it behind the wall of a tenant: no part of a budget. */
const isFrame = (text: string): boolean => /^(begin|commit|rollback)\b/i.test(text);

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown }).text);

/** What one call asked of PostgreSQL. */
export interface Asked {
  /** Without what begins and ends transactions. */
  readonly statements: string[];
  transactions: number;
}

/**
 * Listens to what this process asks of PostgreSQL, until the end of the file of tests. The server
 * under test is in this process; its jobs and other calls run beside, so each call has its own list.
 */
export const countStatements = () => {
  const asked = new AsyncLocalStorage<Asked>();
  let last: Asked = { statements: [], transactions: 0 };

  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const list = asked.getStore();
    const text = textOf(given[0]);
    if (list && !isFrame(text)) list.statements.push(text);
    if (list && /^begin\b/i.test(text)) list.transactions += 1;
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as typeof query;

  const { emit } = Server.prototype;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]) {
    const [request] = given as { headers?: Record<string, string> }[];
    const pass = () => (emit as (...all: unknown[]) => boolean).call(this, event, ...given);
    if (event !== 'request' || !request?.headers?.[header]) return pass();
    last = { statements: [], transactions: 0 };
    return asked.run(last, pass);
  };

  atEndOfFile(() => {
    pg.Client.prototype.query = query;
    Server.prototype.emit = emit;
    return Promise.resolve();
  });

  return {
    /** For browsers whose calls are counted. */
    headers: { [header]: '1' },
    /** Of the last call. */
    ofCall: () => last,
    /** Of work that is not a call. */
    async of(work: () => Promise<unknown>): Promise<Asked> {
      const list: Asked = { statements: [], transactions: 0 };
      await asked.run(list, work);
      return list;
    },
  };
};
