import { describe, expect, it, vi } from 'vitest';
import { RequestFailure } from '../../api/request.js';
import { NO_CAPTCHA, type SignUpCaptcha } from '../../page-config.js';
import { createCaptchaGate } from './captcha-gate.js';
import type { startCaptcha } from './captcha.js';

/** A provider that makes "1", "2", … as long as its token is discarded in between. */
function makeGate(provider: SignUpCaptcha['provider'], automatic = true) {
  let made = 0;
  let held: string | null = null;
  const captcha = {
    automatic,
    token: vi.fn(() => Promise.resolve((held ??= automatic ? String(++made) : null))),
    discard: vi.fn(() => {
      held = null;
    }),
  };
  const load = vi.fn<typeof startCaptcha>().mockResolvedValue(captcha);
  const onStatus = vi.fn();
  const gate = createCaptchaGate({
    settings: { ...NO_CAPTCHA, provider },
    slot: () => ({}) as HTMLElement,
    challenge: () => Promise.resolve(null),
    locale: () => 'en',
    onStatus,
    load,
  });
  return { gate, captcha, load, onStatus, solve: (token: string | null) => (held = token) };
}

const required = { field: 'captchaToken', code: 'CAPTCHA_REQUIRED' };
const failed = { field: 'captchaToken', code: 'CAPTCHA_FAILED' };
const fallbackRequired = { field: 'fallbackToken', code: 'CAPTCHA_REQUIRED' };
const elsewhere = { field: 'password', code: 'PASSWORD_COMMON' };

it('loads nothing where there is no captcha', async () => {
  const { gate, load } = makeGate('NONE');
  await gate.start();
  expect(await gate.proof()).toEqual({});
  expect(load).not.toHaveBeenCalled();
});

it('loads once, however often it is started', async () => {
  const { gate, load } = makeGate('ALTCHA');
  await Promise.all([gate.start(), gate.start(), gate.proof()]);
  expect(load).toHaveBeenCalledOnce();
});

describe('a solved captcha', () => {
  it('outlives a fault elsewhere', async () => {
    const { gate, captcha } = makeGate('ALTCHA');
    expect(await gate.proof()).toEqual({ captchaToken: '1' });
    expect(await gate.settle([elsewhere])).toBe(false);
    expect(await gate.proof()).toEqual({ captchaToken: '1' });
    expect(captcha.discard).not.toHaveBeenCalled();
  });

  it('that was refused is made anew', async () => {
    const { gate } = makeGate('ALTCHA');
    await gate.proof();
    expect(await gate.settle([failed])).toBe(true);
    expect(await gate.proof()).toEqual({ captchaToken: '2' });
  });

  it('is not made anew while its provider is away', async () => {
    const { gate, captcha } = makeGate('RECAPTCHA_V3');
    await gate.proof();
    expect(await gate.settle([{ ...failed, code: 'CAPTCHA_UNAVAILABLE' }])).toBe(false);
    expect(captcha.discard).not.toHaveBeenCalled();
  });

  it('is forgotten after a registration', async () => {
    const { gate, load, onStatus } = makeGate('ALTCHA');
    await gate.proof();
    gate.reset();
    expect(onStatus).toHaveBeenLastCalledWith('idle');
    await gate.proof();
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('a checkbox', () => {
  it('has to be ticked', async () => {
    const { gate, solve } = makeGate('RECAPTCHA_V2', false);
    expect(await gate.proof()).toEqual(required);
    solve('ticked');
    expect(await gate.proof()).toEqual({ captchaToken: 'ticked' });
  });

  it('that ran out is asked for again only when the server holds no pass', async () => {
    const { gate, solve } = makeGate('RECAPTCHA_V2', false);
    solve('ticked');
    await gate.proof();
    await gate.settle([elsewhere]);
    solve(null);
    expect(await gate.proof()).toEqual({});
    expect(await gate.settle([required])).toBe(false);
    expect(await gate.proof()).toEqual(required);
  });
});

describe('a provider that is down', () => {
  it('is stood in for by a proof of work, beside the token', async () => {
    const { gate, load, solve } = makeGate('RECAPTCHA_V2', false);
    solve('ticked');
    await gate.proof();
    expect(await gate.settle([fallbackRequired])).toBe(true);
    expect(await gate.proof()).toEqual({ captchaToken: 'ticked', fallbackToken: 'ticked' });
    expect(load.mock.calls.map(([provider]) => provider)).toEqual(['RECAPTCHA_V2', 'ALTCHA']);
  });

  it('whose script does not load is left to the server to judge', async () => {
    const { gate, load, onStatus } = makeGate('RECAPTCHA_V3');
    load.mockRejectedValueOnce(new Error('blocked'));
    await gate.start();
    expect(onStatus).toHaveBeenLastCalledWith('unavailable');
    load.mockRejectedValueOnce(new Error('blocked'));
    expect(await gate.proof()).toEqual({});
    expect(await gate.settle([fallbackRequired])).toBe(true);
  });

  it('of our own is a problem of the connection', async () => {
    const { gate, load } = makeGate('ALTCHA');
    load.mockRejectedValueOnce(new RequestFailure({ kind: 'offline' }));
    await expect(gate.proof()).rejects.toThrow('offline');
    load.mockRejectedValueOnce(new Error('no worker'));
    expect(await gate.proof()).toMatchObject({ code: 'CAPTCHA_UNAVAILABLE' });
    expect(await gate.proof()).toEqual({ captchaToken: '1' });
  });
});
