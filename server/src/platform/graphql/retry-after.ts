import type { ApolloServerPlugin } from '@apollo/server';

/** `Retry-After` beside RATE_LIMITED and OVERLOADED; the latter is a 503 for proxies to see. */
export const retryAfterPlugin = <Context extends object>(): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response }) {
        if (response.body.kind !== 'single') return Promise.resolve();
        for (const error of response.body.singleResult.errors ?? []) {
          const seconds = error.extensions?.['retryAfter'];
          if (typeof seconds === 'number')
            response.http.headers.set('retry-after', String(seconds));
          if (error.extensions?.['code'] === 'OVERLOADED') response.http.status = 503;
        }
        return Promise.resolve();
      },
    }),
});
