/** Why a request got no usable answer. */
export type Problem =
  | {
      kind: 'rate-limited';
      /** Epoch milliseconds from which a new try makes sense. */ until: number;
    }
  | { kind: 'overloaded' }
  | { kind: 'offline' }
  | { kind: 'closed' }
  | { kind: 'failed' };

/** Thrown by `request` for everything that is not data. */
export class RequestFailure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

interface Answer {
  data?: unknown;
  errors?: { extensions?: { code?: string; retryAfter?: number } }[];
}

const TIMEOUT_MS = 15_000;
/** Seconds to wait when a limit comes without its own figure. */
const DEFAULT_RETRY_AFTER = 60;

/** Sends one GraphQL operation and returns its data; rejects with `RequestFailure` otherwise. */
export async function request<T>(query: string, variables: object): Promise<T> {
  const response = await send(JSON.stringify({ query, variables }));
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const error = answer.errors?.[0]?.extensions;
  if (answer.data && !error) return answer.data as T;
  const retryAfter = error?.retryAfter ?? Number(response.headers.get('retry-after'));
  throw new RequestFailure(toProblem(error?.code ?? String(response.status), retryAfter));
}

async function send(body: string): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body,
    });
  } catch {
    throw new RequestFailure({ kind: 'offline' });
  }
}

function toProblem(code: string, retryAfter: number): Problem {
  switch (code) {
    case 'RATE_LIMITED':
    case '429':
      return {
        kind: 'rate-limited',
        until: Date.now() + (retryAfter || DEFAULT_RETRY_AFTER) * 1000,
      };
    case 'OVERLOADED':
    case '503':
      return { kind: 'overloaded' };
    case 'NOT_FOUND':
      return { kind: 'closed' };
    case '502':
    case '504':
      return { kind: 'offline' };
    default:
      return { kind: 'failed' };
  }
}
