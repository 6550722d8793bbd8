import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, it } from 'vitest';
import { toProblem } from './problem';

const answered = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'secret detail', extensions }] });

it('takes the code of the API, and how long to wait', () => {
  expect(toProblem(answered({ code: 'FORBIDDEN' }))).toEqual({ code: 'FORBIDDEN' });
  expect(toProblem(answered({ code: 'RATE_LIMITED', retryAfter: 29.2 }))).toEqual({
    code: 'RATE_LIMITED',
    retryAfter: 30,
  });
});

it('makes a fault of the server of every unknown code', () => {
  expect(toProblem(answered({ code: 'SURPRISE' }))).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  expect(toProblem(answered({}))).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
});

it('tells a busy server from an unreachable one', () => {
  const busy = new ServerError('busy', {
    response: new Response('', { status: 503 }),
    bodyText: '',
  });
  expect(toProblem(busy)).toEqual({ code: 'OVERLOADED' });
  expect(toProblem(new TypeError('Failed to fetch'))).toEqual({ code: 'OFFLINE' });
});
