import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * PostgreSQL quotes the row that broke a constraint, with addresses and hashes, in these; `client`
 * is all that pg knows of a connection that was lost.
 */
const withheld = ['detail', 'where', 'internalQuery', 'hint', 'client'];

/** An error with its stack, without what quotes rows or describes connections. */
const serializeError = (error: Error): object =>
  Object.fromEntries(
    Object.entries(stdSerializers.err(error)).filter(([name]) => !withheld.includes(name)),
  );

/**
 * Structured lines, on standard output unless told otherwise.
 * Secrets and GraphQL variables are never handed to it.
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      serializers: { err: serializeError },
    },
    destination,
  );
