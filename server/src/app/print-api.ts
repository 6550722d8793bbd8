import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApi } from './build-api.js';
import { createSlices, type SliceDeps } from './slices.js';

/** Stands for what a schema needs no use of: nothing is called while it is built. */
const unused = new Proxy(() => unused, {
  get: (_target, name) => (name === 'then' ? undefined : unused),
}) as never;

/** The SDL of the API, without a database. */
export const printApi = (): string => {
  const deps: SliceDeps = {
    database: unused,
    changes: { on: () => undefined, stop: () => Promise.resolve() },
    clock: unused,
    log: unused,
    seal: { seal: () => '', open: () => '', deriveKey: () => Buffer.alloc(32) },
    hasher: unused,
    limits: unused,
    publicUrl: 'http://localhost:3000',
    smtp: { smtpUrl: 'smtp://localhost', mailFrom: 'no-reply@localhost' },
    recaptcha: { scriptUrl: 'http://localhost', verifyUrl: 'http://localhost' },
  };
  return `${printSchema(lexicographicSortSchema(buildApi(createSlices(deps).resolvers)))}\n`;
};
