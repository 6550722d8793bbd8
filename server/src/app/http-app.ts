import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { holdsSomewhere } from '../access/index.js';
import { createBrandingFiles } from '../branding/index.js';
import type { IdentityContext } from '../identity/index.js';
import { createLastingPages } from '../legal/index.js';
import { RequestFailure } from '../platform/failures.js';
import { toExchange } from '../platform/http/exchange.js';
import { jsonBody } from '../platform/http/json-body.js';
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

/** Bytes of a request. A file of 5 MB is up to 12 MB as a JSON text: quotes and breaks are escaped. */
const bodySizes = { usual: 256 * 1024, large: 12 * 1024 * 1024, largeAtOnce: 4 } as const;

const refusals = (status: number): string =>
  status === 413 ? 'The request is too large.' : 'The request can not be read.';

/** No cache keeps what the API answers. */
const notKept: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

/** A key that does not count is told of once the body is read. */
const strangerIfRefused = (error: unknown): { viewer: null } => {
  if (error instanceof RequestFailure) return { viewer: null };
  throw error;
};

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
  // Pages and files have tags of their own; Express would hash every answer of the API.
  app.disable('etag');
  app.set('trust proxy', options.trustedProxies.length > 0 ? [...options.trustedProxies] : false);
  app.use(securityHeaders(options.publicUrl.startsWith('https:')));

  app.get('/health', health.health);
  app.get('/ready', health.ready);
  app.get('/metrics', health.metrics);

  const baseAddressOf = async (host: string): Promise<string | null> =>
    (await domains.findSite(host)).kind === 'unknown' ? null : domains.baseAddressOf(host);
  const contextOf = async (request: Request, response: Response): Promise<IdentityContext> => {
    const http = toExchange(request, response);
    const site = await domains.findSite(http.host);
    const caller = await findCaller(slices, site, http, request.headers.authorization);
    return new CallContext(http, site, caller);
  };
  app.all(
    '/graphql',
    notKept,
    originGuard(baseAddressOf),
    jsonBody({
      ...bodySizes,
      maySendLarge: async (request, response) => {
        const { viewer } = await contextOf(request, response).catch(strangerIfRefused);
        return (
          viewer !== null &&
          (holdsSomewhere(viewer.principal, 'DASHBOARD', 'CREATE') ||
            holdsSomewhere(viewer.principal, 'BRANDING', 'WRITE'))
        );
      },
    }),
    expressMiddleware(apollo, { context: ({ req, res }) => contextOf(req, res) }),
  );

  app.get('/console-assets/*path', pages.clientFiles);
  app.get('/signup/assets/*path', pages.signUpFiles);
  app.get('/signup/preview', pages.sendPreview);
  app.get(['/signup', '/signup/*path'], pages.sendSignUp);
  const { findSite } = domains;
  const looksOf = slices.branding.siteBranding;
  const texts = createLastingPages({ findSite, findText: registration.findPageText, looksOf });
  app.get(
    '/branding/*path',
    createBrandingFiles({ ...slices.database, ...slices.branding, findSite }),
  );
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
    const message = status >= 500 ? 'Something went wrong on our side.' : refusals(status);
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
  };
  app.use(onError);
  return app;
};
