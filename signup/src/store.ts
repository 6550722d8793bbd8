import type { Problem } from './api/request.js';
import { RequestFailure } from './api/request.js';
import { update, type SignUpEvent, type State } from './state.js';

/** Holds the state, and runs one request at a time. */
export interface Store {
  state(): State;
  dispatch(event: SignUpEvent): void;
  /** Runs a request whose outcome is an event. Ignored while another one is under way. */
  attempt(work: () => Promise<SignUpEvent>): Promise<void>;
  /** Runs the last attempt again, after a problem. */
  retry(): Promise<void>;
}

/** Makes a store that tells of every change, and of the time with it. */
export function createStore(
  initial: State,
  onChange: (state: State) => void,
  now: () => number,
): Store {
  let state = initial;
  let last: (() => Promise<SignUpEvent>) | undefined;

  function dispatch(event: SignUpEvent) {
    state = { ...update(state, event), now: now() };
    onChange(state);
  }

  async function attempt(work: () => Promise<SignUpEvent>) {
    if (state.working) return;
    last = work;
    dispatch({ type: 'request-started' });
    dispatch(await work().catch(toFailure));
  }

  return {
    state: () => state,
    dispatch,
    attempt,
    retry: async () => {
      if (last) await attempt(last);
    },
  };
}

function toFailure(error: unknown): SignUpEvent {
  if (error instanceof RequestFailure) return { type: 'failed', problem: error.problem };
  reportError(error);
  return { type: 'failed', problem: { kind: 'failed' } satisfies Problem };
}
