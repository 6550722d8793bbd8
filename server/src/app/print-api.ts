import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildApi } from './build-api.js';
import { createSlices, type SliceDeps } from './slices.js';

/** Stands for what a schema needs no use of: nothing is called while it is built. */
const unused = new Proxy(() => unused, {
  get: (_target, name) => (name === 'then' ? undefined : unused),
}) as never;

/** The API as it is described: without a database, so nothing of it can be run. */
export const describeApi = (): GraphQLSchema => {
  const deps: SliceDeps = {
    database: unused,
    changes: { on: () => undefined, isListening: () => false, stop: () => Promise.resolve() },
    clock: unused,
    log: unused,
    seal: { seal: () => '', open: () => '', deriveKey: () => Buffer.alloc(32) },
    hasher: unused,
    limits: unused,
    publicUrl: 'http://localhost:3000',
    smtp: { smtpUrl: 'smtp://localhost', mailFrom: 'no-reply@localhost', privateNetworks: false },
    topics: unused,
    outgoing: { allowLoopback: false },
    recaptcha: { scriptUrl: 'http://localhost', verifyUrl: 'http://localhost' },
  };
  const { resolvers, identity } = createSlices(deps);
  return buildApi(resolvers, deps.topics, identity.forgetSessions);
};

/** The SDL of the API, in an order that does not depend on the code. */
export const printApi = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
