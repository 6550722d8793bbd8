import { describe, expect, it, vi } from 'vitest';
import { RequestFailure } from '../../api/request.js';
import { goodValues, makeContext, NOW, userError } from '../../test-context.js';
import type { CaptchaGate } from '../captcha/captcha-gate.js';
import { createRegister } from './register.js';

function makeForm(values: Record<string, string> = goodValues) {
  const gate = {
    start: vi.fn<CaptchaGate['start']>(),
    proof: vi.fn<CaptchaGate['proof']>().mockResolvedValue({ captchaToken: 'token' }),
    settle: vi.fn<CaptchaGate['settle']>().mockResolvedValue(false),
    reset: vi.fn<CaptchaGate['reset']>(),
  };
  const made = makeContext({ values });
  return { ...made, gate, register: createRegister(made.context, gate) };
}

const refused = (name: string, code: string) => ({
  accepted: false,
  userErrors: [userError(name, code)],
});

describe('register', () => {
  it('sends nothing while a field is wrong', async () => {
    const { register, api, gate, store } = makeForm({ ...goodValues, email: 'anna' });
    await register();
    expect(store.state().faults).toEqual([{ field: 'email', code: 'INVALID_EMAIL' }]);
    expect(gate.proof).not.toHaveBeenCalled();
    expect(api.register).not.toHaveBeenCalled();
  });

  it('sends the fields of the page, but not the repeated password', async () => {
    const { register, api, gate, store } = makeForm({ ...goodValues, firstName: ' Anna ' });
    api.register.mockResolvedValue({ accepted: true, userErrors: [] });
    await register();
    const { passwordRepeat: _, ...sent } = goodValues;
    expect(api.register).toHaveBeenCalledExactlyOnceWith({
      ...sent,
      captchaToken: 'token',
      customFields: [],
      locale: 'en',
      consents: [],
    });
    expect(gate.reset).toHaveBeenCalledOnce();
    expect(store.state()).toMatchObject({
      screen: 'check-mail',
      values: { firstName: ' Anna ', email: goodValues.email },
      resendAt: NOW + 60_000,
    });
  });

  it('puts an error of the server at its field and keeps what was typed', async () => {
    const { register, api, store } = makeForm();
    api.register.mockResolvedValue(refused('password', 'PASSWORD_COMMON'));
    await register();
    expect(store.state()).toMatchObject({ values: goodValues, working: false });
    expect(store.state().faults).toMatchObject([{ field: 'password', code: 'PASSWORD_COMMON' }]);
  });

  it('does not send before the captcha is done', async () => {
    const { register, api, gate, store } = makeForm();
    gate.proof.mockResolvedValue({ field: 'captchaToken', code: 'CAPTCHA_REQUIRED' });
    await register();
    expect(api.register).not.toHaveBeenCalled();
    expect(store.state().faults).toHaveLength(1);
  });

  it('sends again by itself while the captcha can mend it, three times at most', async () => {
    const { register, api, gate, store } = makeForm();
    gate.settle.mockResolvedValue(true);
    api.register.mockResolvedValue(refused('captchaToken', 'CAPTCHA_FAILED'));
    await register();
    expect(api.register).toHaveBeenCalledTimes(3);
    expect(store.state().faults).toMatchObject([{ field: 'captchaToken' }]);
  });

  it('says that the page was closed in the meantime', async () => {
    const { register, api, store } = makeForm();
    api.register.mockResolvedValue(refused('email', 'DISABLED'));
    await register();
    expect(store.state().problem).toEqual({ kind: 'closed' });
  });

  it('keeps everything without a connection, and sends it on retry', async () => {
    const { register, api, store } = makeForm();
    api.register.mockRejectedValueOnce(new RequestFailure({ kind: 'offline' }));
    await register();
    expect(store.state()).toMatchObject({ problem: { kind: 'offline' }, values: goodValues });
    api.register.mockResolvedValue({ accepted: true, userErrors: [] });
    await store.retry();
    expect(store.state().screen).toBe('check-mail');
  });

  it('sends once, however often the button is pressed', async () => {
    const { register, api } = makeForm();
    api.register.mockResolvedValue({ accepted: true, userErrors: [] });
    await Promise.all([register(), register(), register()]);
    expect(api.register).toHaveBeenCalledOnce();
  });
});
