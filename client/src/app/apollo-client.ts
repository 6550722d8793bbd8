import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';

/** Browsers refuse longer bodies with keepalive (64 KiB, all calls under way together). */
const KEEPALIVE_CHARACTERS = 16_000;

/** keepalive lets a removal that could still be undone leave together with the page. */
const fetchThatOutlivesThePage: typeof fetch = (input, options) =>
  fetch(input, {
    ...options,
    keepalive: typeof options?.body === 'string' && options.body.length < KEEPALIVE_CHARACTERS,
  });

const hasCode = (error: unknown, code: string): boolean =>
  CombinedGraphQLErrors.is(error) &&
  error.errors.some(({ extensions }) => extensions?.code === code);

/**
 * `signInAgain` resolves when the person is back; what was refused meanwhile is then asked again.
 * `askConsent` leads to the legal texts that have to be accepted first.
 */
export function createApolloClient(
  signInAgain: () => Promise<void>,
  askConsent: () => void,
): ApolloClient {
  const expiry = new ErrorLink(({ error, operation, forward }) => {
    if (hasCode(error, 'CONSENT_REQUIRED')) askConsent();
    if (!hasCode(error, 'UNAUTHENTICATED')) return undefined;
    return from(signInAgain()).pipe(switchMap(() => forward(operation)));
  });

  return new ApolloClient({
    link: ApolloLink.from([
      expiry,
      new HttpLink({
        uri: '/graphql',
        credentials: 'same-origin',
        fetch: fetchThatOutlivesThePage,
      }),
    ]),
    cache: new InMemoryCache({
      typePolicies: {
        Me: { merge: true },
        CaptchaSettings: { merge: true },
        // Two imports of one file have widgets with the same ids.
        DashboardWidget: { keyFields: false },
        Owner: { merge: false },
      },
    }),
    devtools: { enabled: import.meta.env.DEV },
  });
}
