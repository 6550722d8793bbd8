import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { request, type Problem, type RequestFailure } from './request.js';

const fetchMock = vi.fn<typeof fetch>();
const NOW = 1_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('fetch', fetchMock);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function problemOf(answer: Response | Error): Promise<Problem> {
  if (answer instanceof Error) fetchMock.mockRejectedValueOnce(answer);
  else fetchMock.mockResolvedValueOnce(answer);
  return request('query { x }', {}).then(
    () => expect.fail('an answer was taken for data'),
    (failure: unknown) => (failure as RequestFailure).problem,
  );
}

const error = (code: string, extensions = {}) =>
  Response.json({ data: null, errors: [{ message: code, extensions: { code, ...extensions } }] });

it('posts JSON to our own host and returns the data', async () => {
  fetchMock.mockResolvedValueOnce(Response.json({ data: { x: 1 } }));
  expect(await request('query { x }', { a: 2 })).toEqual({ x: 1 });
  const [url, init] = fetchMock.mock.lastCall ?? [];
  expect(url).toBe('/graphql');
  expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin' });
  expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  expect(init?.body).toBe('{"query":"query { x }","variables":{"a":2}}');
});

describe('an answer without data', () => {
  it('is a limit with the moment of its end', async () => {
    const limited = error('RATE_LIMITED', { retryAfter: 30 });
    expect(await problemOf(limited)).toEqual({ kind: 'rate-limited', until: NOW + 30_000 });
  });

  it('is a limit when a proxy sets one, by its header', async () => {
    const limited = new Response('slow down', { status: 429, headers: { 'retry-after': '5' } });
    expect(await problemOf(limited)).toEqual({ kind: 'rate-limited', until: NOW + 5_000 });
    const silent = new Response('slow down', { status: 429 });
    expect(await problemOf(silent)).toEqual({ kind: 'rate-limited', until: NOW + 60_000 });
  });

  it.each([
    ['too much work', error('OVERLOADED'), 'overloaded'],
    ['too much work, said by a proxy', new Response('', { status: 503 }), 'overloaded'],
    ['a page that is gone', error('NOT_FOUND'), 'closed'],
    ['no connection', new TypeError('Failed to fetch'), 'offline'],
    ['no answer in time', new DOMException('', 'TimeoutError'), 'offline'],
    ['a server that is away', new Response('<html>', { status: 502 }), 'offline'],
    ['a fault of the server', error('INTERNAL_SERVER_ERROR'), 'failed'],
    ['nonsense', new Response('<html>'), 'failed'],
  ])('is %s', async (_, answer, kind) => {
    expect(await problemOf(answer)).toEqual({ kind });
  });
});
