import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { IdentityContext } from '../identity/index.js';
import { createLastingPages } from '../legal/index.js';
import { toExchange } from '../platform/http/exchange.js';
import { originGuard } from '../platform/http/origin-guard.js';
import { securityHeaders } from '../platform/http/security-headers.js';
import type { Log } from '../platform/log/log.js';
import { CallContext } from './call-context.js';
import { findCaller } from './find-caller.js';
import type { Health } from './health.js';
import type { Pages } from './pages.js';
import type { Slices } from './slices.js';

interface Deps {
  readonly slices: Slices;
  readonly apollo: ApolloServer<IdentityContext>;
  readonly health: Health;
  readonly pages: Pages;
  readonly log: Log;
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
}

/** The largest request body; the API takes no files. */
const bodyLimit = '256kb';

/** Every route of the server. */
export const createHttpApp = ({
  slices,
  apollo,
  health,
  pages,
  log,
  ...options
}: Deps): Express => {
  const { domains, registration } = slices;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustedProxies.length > 0 ? [...options.trustedProxies] : false);
  app.use(securityHeaders(options.publicUrl.startsWith('https:')));

  app.get('/health', health.health);
  app.get('/ready', health.ready);
  app.get('/metrics', health.metrics);

  const baseAddressOf = async (host: string): Promise<string | null> =>
    (await domains.findSite(host)).kind === 'unknown' ? null : domains.baseAddressOf(host);
  app.all(
    '/graphql',
    originGuard(baseAddressOf),
    express.json({ limit: bodyLimit, strict: true }),
    expressMiddleware(apollo, {
      context: async ({ req, res }): Promise<IdentityContext> => {
        const http = toExchange(req, res);
        const site = await domains.findSite(http.host);
        const caller = await findCaller(slices, site, http, req.headers.authorization);
        return new CallContext(http, site, caller);
      },
    }),
  );

  app.get('/console-assets/*path', pages.clientFiles);
  app.get('/signup/assets/*path', pages.signUpFiles);
  app.get('/signup/preview', pages.sendPreview);
  app.get(['/signup', '/signup/*path'], pages.sendSignUp);
  const { findSite } = domains;
  const texts = createLastingPages({ findSite, findText: registration.findPageText });
  app.get('/legal/privacy', texts.privacy);
  app.get('/legal/terms', texts.terms);
  app.get('/legal/style.css', texts.style);
  app.get('/*path', pages.sendConsole);
  app.get('/', pages.sendConsole);

  const onError: ErrorRequestHandler = (
    error: Error & { status?: number },
    _request,
    response,
    next,
  ) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, 'a request failed unexpectedly');
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
    const message =
      status >= 500 ? 'Something went wrong on our side.' : 'The request can not be read.';
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
  };
  app.use(onError);
  return app;
};
