import { describe, expect, it } from 'vitest';
import { update } from './state.js';
import { goodValues, makeState, NOW } from './test-context.js';

describe('typing', () => {
  it('takes the fault off the field that is mended, and off no other', () => {
    const faults = ['email', 'password'].map((field) => ({ field, code: 'REQUIRED' }));
    const state = update(makeState({ faults }), { type: 'edited', field: 'email', value: 'a@b' });
    expect(state.values).toEqual({ email: 'a@b' });
    expect(state.faults.map(({ field }) => field)).toEqual(['password']);
  });

  it('lifts a limit only when the address changes', () => {
    const limited = makeState({ problem: { kind: 'rate-limited', until: NOW + 1000 } });
    expect(
      update(limited, { type: 'edited', field: 'firstName', value: 'A' }).problem,
    ).not.toBeNull();
    expect(update(limited, { type: 'edited', field: 'email', value: 'a@b' }).problem).toBeNull();
  });
});

describe('a submit', () => {
  it('clears what the last one said', () => {
    const before = makeState({ faults: [{ field: 'email', code: 'REQUIRED' }] });
    const state = update(before, { type: 'request-started' });
    expect(state).toMatchObject({ working: true, faults: [], problem: null });
  });

  it('keeps everything typed when it fails, and asks for attention', () => {
    const before = makeState({ values: goodValues, working: true });
    for (const state of [
      update(before, { type: 'failed', problem: { kind: 'offline' } }),
      update(before, { type: 'faulted', faults: [{ field: 'password', code: 'PASSWORD_COMMON' }] }),
    ]) {
      expect(state).toMatchObject({ values: goodValues, working: false, attention: 1 });
    }
  });

  it('leads to the mail check, without the password', () => {
    const values = { email: goodValues.email };
    const before = makeState({ values: goodValues, working: true, passwordShown: true });
    const state = update(before, { type: 'registered', values, resendAt: NOW + 60_000 });
    expect(state).toMatchObject({ screen: 'check-mail', values, working: false });
    expect(state).toMatchObject({ passwordShown: false, resendAt: NOW + 60_000 });
  });
});

it('returns to the filled form to change the address', () => {
  const before = makeState({ screen: 'check-mail', values: { email: 'a@b' }, resent: true });
  const state = update(before, { type: 'address-changing' });
  expect(state).toMatchObject({ screen: 'form', returned: true, resent: false });
  expect(state.values).toEqual({ email: 'a@b' });
});

it('starts every screen without the faults and problems of the last one', () => {
  const before = makeState({
    faults: [{ field: 'email', code: 'EMAIL_DIFFERS' }],
    problem: { kind: 'failed' },
    working: true,
  });
  const state = update(before, { type: 'went', screen: 'link-not-good' });
  expect(state).toMatchObject({
    screen: 'link-not-good',
    faults: [],
    problem: null,
    working: false,
  });
});

it('drops the fault of a captcha once it is solved', () => {
  const faults = ['CAPTCHA_REQUIRED', 'PASSWORD_COMMON'].map((code) => ({ field: 'any', code }));
  const before = makeState({ faults });
  expect(update(before, { type: 'captcha-changed', status: 'waiting' }).faults).toEqual(faults);
  expect(update(before, { type: 'captcha-changed', status: 'solved' }).faults).toEqual([faults[1]]);
});
