import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured lines on standard output. Secrets and GraphQL variables are never handed to it. */
export const createLog = (level: string): Log =>
  pino({ level, base: null, redact: ['req.headers.cookie', 'req.headers.authorization'] });
