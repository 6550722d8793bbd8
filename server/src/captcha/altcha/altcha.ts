import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { addMs, minuteMs, type Clock } from '../../platform/clock.js';
import type { Seal } from '../../platform/seal/seal.js';
import type { ProofOfWork } from '../proof-of-work.js';
import { judgeTokenForm, refused } from '../captcha-provider.js';
import { parseAltchaPayload } from './altcha-payload.js';

/** How much work one challenge asks for. */
export interface AltchaWork {
  /** PBKDF2 iterations of one try; the server does one try to make a challenge. */
  readonly iterations: number;
  /** Most tries until the solution; on average half of it. */
  readonly maxTries: number;
}

/**
 * At worst about a second on two busy cores: 5,000 iterations were measured to take four.
 * The solution lies anywhere in the range, so knowing the range saves an attacker nothing.
 */
const defaultWork: AltchaWork = { iterations: 1_000, maxTries: 10_000 };

/** Time to solve a challenge and hand it in (security rules, «Captcha»). */
const challengeLifetimeMs = 20 * minuteMs;

/** Proof of work by ALTCHA, made and checked by this server alone. */
export const createAltcha = (
  seal: Pick<Seal, 'deriveKey'>,
  clock: Clock,
  work: AltchaWork = defaultWork,
): ProofOfWork => {
  /** Each page has keys of its own: another page's challenge bears a wrong signature here. */
  const keysOf = (selfRegistrationId: string) => ({
    hmacSignatureSecret: seal.deriveKey(`altcha challenge ${selfRegistrationId}`).toString('hex'),
    hmacKeySignatureSecret: seal.deriveKey(`altcha solution ${selfRegistrationId}`).toString('hex'),
  });

  return {
    async createChallenge(selfRegistrationId) {
      const expiresAt = addMs(clock.now(), challengeLifetimeMs);
      const { parameters, signature = '' } = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: work.iterations,
        counter: randomInt(work.maxTries),
        deriveKey,
        expiresAt,
        ...keysOf(selfRegistrationId),
      });
      return { challenge: { parameters, signature }, expiresAt };
    },

    async verify(token, { selfRegistrationId }) {
      const early = judgeTokenForm(token);
      if (early) return early;
      const payload = parseAltchaPayload(token);
      if (!payload) return refused('malformed');
      const { parameters, signature } = payload.challenge;
      const result = await verifySolution({ ...payload, deriveKey, ...keysOf(selfRegistrationId) });
      if (result.expired) return refused('expired');
      if (result.invalidSignature) return refused('forged');
      if (!result.verified) return refused('wrong_solution');
      // The library looks at the machine's clock only.
      if ((parameters.expiresAt ?? 0) * 1_000 <= clock.now().getTime()) return refused('expired');
      // The signature names the challenge; the token's own bytes can be varied at will.
      return { outcome: 'passed', solution: signature };
    },
  };
};
