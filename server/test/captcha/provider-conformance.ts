import { describe, expect, it } from 'vitest';
import type {
  CaptchaContext,
  CaptchaProvider,
  CaptchaRefusal,
} from '../../src/captcha/captcha-provider.js';

export const acmeContext: CaptchaContext = {
  selfRegistrationId: '01890a5d-ac96-774b-bcce-b302099a8057',
  expectedHost: 'acme.localhost',
  remoteIp: '192.0.2.7',
};

/** One provider, ready to be tried. */
export interface ConformanceSubject {
  readonly provider: () => CaptchaProvider;
  /** Solves a new captcha of the page in `acmeContext`. */
  readonly solve: () => Promise<string>;
  /** Tokens that must not pass, under what is wrong with them, and the reason that is logged. */
  readonly unacceptable: Record<string, readonly [() => Promise<string>, CaptchaRefusal]>;
}

/** What every provider must do, whatever it is made of. */
export const describeProvider = (
  name: string,
  { provider, solve, unacceptable }: ConformanceSubject,
): void => {
  const verify = (token: string) => provider().verify(token, acmeContext);

  describe(`${name}, as every captcha`, () => {
    it('passes a solution', async () => {
      expect(await verify(await solve())).toMatchObject({ outcome: 'passed' });
    });

    it('tells solutions apart, so that two people can pass', async () => {
      const [first, second] = [await verify(await solve()), await verify(await solve())];
      expect(first.outcome).toBe('passed');
      expect(second.outcome).toBe('passed');
      expect(first).not.toEqual(second);
    });

    it('never passes one solution under two names', async () => {
      const token = await solve();
      const [first, second] = [await verify(token), await verify(token)];
      expect(first.outcome).toBe('passed');
      expect([first, { outcome: 'failed', reason: 'expired_or_replayed' }]).toContainEqual(second);
    });

    it.each(['', ' ', '\n\t'])('asks for a token when there is none: %j', async (token) => {
      expect(await verify(token)).toEqual({ outcome: 'required' });
    });

    it('refuses a token that is too long without a look', async () => {
      expect(await verify('a'.repeat(8_193))).toEqual({ outcome: 'failed', reason: 'oversized' });
    });

    it.each(['ok a', 'tökén', 'a\u0000b', '\ud800'])(
      'refuses a token that no provider makes: %j',
      async (token) => {
        expect(await verify(token)).toEqual({ outcome: 'failed', reason: 'malformed' });
      },
    );

    it.each(Object.entries(unacceptable))(
      'refuses a token that is %s',
      async (_, [make, reason]) => {
        expect(await verify(await make())).toEqual({ outcome: 'failed', reason });
      },
    );
  });
};
