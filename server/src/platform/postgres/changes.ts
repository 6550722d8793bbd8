import pg from 'pg';
import type { Log } from '../log/log.js';
import type { Tx } from '../transaction.js';
import { knexOf } from './database.js';

const channel = 'gatehouse_changes';

/** Tells every replica, at commit, that what it keeps in memory under `topic` is out of date. */
export const announceChange = async (tx: Tx, topic: string): Promise<void> => {
  await knexOf(tx).raw('select pg_notify(?, ?)', [channel, topic]);
};

export interface Changes {
  /** @param topicPrefix e.g. `sites`; the listener gets what follows after a colon */
  on(topicPrefix: string, listener: (rest: string) => void): void;
  /** Whether changes are heard now: what is kept in memory is good only as long. */
  isListening(): boolean;
  stop(): Promise<void>;
}

const reconnectMs = 1_000;

/** Listens on a direct connection; after a lost connection every listener hears `*`. */
export const listenForChanges = async (connectionString: string, log: Log): Promise<Changes> => {
  const listeners: { prefix: string; listener: (rest: string) => void }[] = [];
  let client: pg.Client | null = null;
  let stopped = false;
  let listening = false;
  let retry: NodeJS.Timeout | undefined;

  const tell = (payload: string): void => {
    const [prefix, ...rest] = payload.split(':');
    for (const entry of listeners) if (entry.prefix === prefix) entry.listener(rest.join(':'));
  };
  const reconnect = (error?: Error): void => {
    listening = false;
    if (stopped || retry) return;
    log.warn({ err: error }, 'lost the connection that hears of changes');
    retry = setTimeout(() => {
      retry = undefined;
      connect().then(
        () => {
          listeners.forEach((entry) => entry.listener('*'));
          listening = true;
        },
        (cause: unknown) => reconnect(cause as Error),
      );
    }, reconnectMs);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, application_name: 'gatehouse changes' });
    next.on('error', reconnect);
    next.on('end', () => reconnect());
    next.on('notification', (message) => tell(message.payload ?? ''));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  };

  await connect();
  listening = true;
  return {
    isListening: () => listening,
    on: (prefix, listener) => listeners.push({ prefix, listener }),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
};
