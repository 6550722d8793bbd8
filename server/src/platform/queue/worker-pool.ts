import pg from 'pg';
import type { Log } from '../log/log.js';

/** Connections for the queue alone; losing one must neither end the program nor fill its log. */
export const createWorkerPool = (connectionString: string, max: number, log: Log): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max, application_name: 'gatehouse queue' });
  const onError = (error: Error) =>
    log.warn({ err: error }, 'the queue lost a database connection');
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};
