import { describe, expect, it, vi } from 'vitest';
import { RequestFailure } from './api/request.js';
import { createStore } from './store.js';
import { makeState, NOW } from './test-context.js';

function makeStore() {
  const onChange = vi.fn();
  let now = NOW;
  const store = createStore(makeState(), onChange, () => now);
  return { store, onChange, pass: (milliseconds: number) => (now += milliseconds) };
}

it('tells of every change, and knows the time of it', () => {
  const { store, onChange, pass } = makeStore();
  pass(5000);
  store.dispatch({ type: 'edited', field: 'email', value: 'a' });
  expect(onChange).toHaveBeenCalledExactlyOnceWith(store.state());
  expect(store.state()).toMatchObject({ now: NOW + 5000, values: { email: 'a' } });
});

describe('an attempt', () => {
  it('ends with its event', async () => {
    const { store } = makeStore();
    await store.attempt(() => Promise.resolve({ type: 'went', screen: 'disowned' }));
    expect(store.state()).toMatchObject({ screen: 'disowned', working: false });
  });

  it('that fails can be made again', async () => {
    const { store } = makeStore();
    const work = vi
      .fn()
      .mockRejectedValueOnce(new RequestFailure({ kind: 'overloaded' }))
      .mockResolvedValueOnce({ type: 'went', screen: 'disowned' });
    await store.attempt(work);
    expect(store.state()).toMatchObject({ problem: { kind: 'overloaded' }, attention: 1 });
    await store.retry();
    expect(store.state()).toMatchObject({ problem: null, screen: 'disowned' });
  });

  it('that breaks says so, and leaves a trace for who looks', async () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { store } = makeStore();
    const fault = new TypeError('undefined is not a function');
    await store.attempt(() => Promise.reject(fault));
    expect(store.state().problem).toEqual({ kind: 'failed' });
    expect(report).toHaveBeenCalledExactlyOnceWith(fault);
    vi.unstubAllGlobals();
  });
});
