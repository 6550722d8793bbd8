import { expect, it } from 'vitest';
import { createActions } from './actions.js';
import { messages as de } from './messages/de.js';
import { makeContext, NOW } from './test-context.js';
import { countdown, faultTextAt, type View } from './view.js';

function makeView(field: string, code: string, message?: string): View {
  const { context } = makeContext({ faults: [{ field, code, ...(message && { message }) }] });
  const state = context.store.state();
  return { state, words: state.words, config: context.config, actions: createActions(context) };
}

it('says a fault in the words of the language, with the figures of the page', () => {
  const view = makeView('password', 'PASSWORD_TOO_SHORT');
  expect(faultTextAt(view, 'password')).toContain('15');
  expect(faultTextAt({ ...view, words: de }, 'password')).toContain('mindestens 15');
  expect(faultTextAt(makeView('firstName', 'TOO_LONG'), 'firstName')).toContain('255');
  expect(faultTextAt(view, 'email')).toBeUndefined();
});

it('shows the server’s own words for a code that is newer than the page', () => {
  const view = makeView('email', 'BLOCKED_DOMAIN', 'This domain is not allowed.');
  expect(faultTextAt(view, 'email')).toBe('This domain is not allowed.');
});

it('counts down to the second', () => {
  expect(countdown(NOW + 60_000, NOW)).toBe('1:00');
  expect(countdown(NOW + 1, NOW)).toBe('0:01');
  expect(countdown(NOW, NOW + 5)).toBe('0:00');
});
