import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAltcha } from '../../src/captcha/altcha/altcha.js';
import { addMs, minuteMs, systemClock } from '../../src/platform/clock.js';
import { createSeal } from '../../src/platform/seal/seal.js';
import { acmeContext, describeProvider } from './provider-conformance.js';
import { decodeAltcha, encodeAltcha, solveAltcha } from './solve-altcha.js';

const seal = createSeal(Buffer.alloc(32, 7));
const easy = { iterations: 10, maxTries: 20 };
const altcha = createAltcha(seal, systemClock, easy);
const page = acmeContext.selfRegistrationId;

const solveAt = async (minutesAgo: number) => {
  const clock = { now: () => addMs(systemClock.now(), -minutesAgo * minuteMs) };
  return solveAltcha((await createAltcha(seal, clock, easy).createChallenge(page)).challenge);
};
const solve = () => solveAt(0);

type Decoded = ReturnType<typeof decodeAltcha>;
const tampered = (change: (payload: Decoded) => object) => async () =>
  encodeAltcha(change(decodeAltcha(await solve())));
const withParameters = (change: object) =>
  tampered(({ challenge, solution }) => ({
    challenge: { ...challenge, parameters: { ...challenge.parameters, ...change } },
    solution,
  }));

describeProvider('ALTCHA', {
  provider: () => altcha,
  solve,
  unacceptable: {
    'no base64': [async () => '%%%', 'malformed'],
    'no object': [async () => encodeAltcha([1, 2]), 'malformed'],
    'without a signature': [
      tampered(({ challenge, solution }) => ({
        challenge: { parameters: challenge.parameters },
        solution,
      })),
      'malformed',
    ],
    'solved 21 minutes late': [() => solveAt(21), 'expired'],
    'given more time': [withParameters({ expiresAt: 4_102_444_800 }), 'forged'],
    'never to expire': [withParameters({ expiresAt: undefined }), 'forged'],
    'made easier': [
      withParameters({ cost: 1, keyPrefix: '00', keySignature: undefined }),
      'forged',
    ],
    'made by another server': [
      async () =>
        solveAltcha(
          (
            await createAltcha(createSeal(Buffer.alloc(32, 8)), systemClock, easy).createChallenge(
              page,
            )
          ).challenge,
        ),
      'forged',
    ],
    'made for another page': [
      async () =>
        solveAltcha(
          (await altcha.createChallenge('01890a5d-ac96-774b-bcce-b302099a8058')).challenge,
        ),
      'forged',
    ],
    'not solved': [
      tampered(({ challenge }) => ({
        challenge,
        solution: {
          counter: 1,
          derivedKey: `${String(challenge.parameters.keyPrefix)}${'00'.repeat(16)}`,
        },
      })),
      'wrong_solution',
    ],
    'solved with a counter that is none': [
      tampered(({ challenge, solution }) => ({
        challenge,
        solution: { ...solution, counter: -1 },
      })),
      'wrong_solution',
    ],
  },
});

describe('ALTCHA challenges', () => {
  it('neither pass nor throw when the token holds anything at all', async () => {
    const { challenge, solution } = decodeAltcha(await solve());
    const { parameters, signature } = challenge;
    const oneOf = (...values: unknown[]) => fc.oneof(fc.jsonValue(), fc.constantFrom(...values));
    const payload = fc.record({
      challenge: fc.record({
        parameters: oneOf({ ...parameters, salt: '' }, { expiresAt: 'never' }),
        signature: oneOf(signature),
      }),
      solution: fc.record({
        counter: oneOf(solution.counter),
        derivedKey: oneOf(solution.derivedKey),
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(payload, fc.jsonValue()), async (anything) => {
        const verdict = await altcha.verify(encodeAltcha(anything), acmeContext);
        expect(verdict.outcome).toBe('failed');
      }),
    );
  });

  it('can be handed in for 20 minutes by the clock of the server', async () => {
    const start = systemClock.now();
    let now = start;
    const watched = createAltcha(seal, { now: () => now }, easy);
    const { challenge, expiresAt } = await watched.createChallenge(page);
    expect(expiresAt).toEqual(addMs(start, 20 * minuteMs));
    const token = await solveAltcha(challenge);
    now = addMs(start, 19 * minuteMs);
    expect(await watched.verify(token, acmeContext)).toMatchObject({ outcome: 'passed' });
    now = addMs(start, 20 * minuteMs);
    expect(await watched.verify(token, acmeContext)).toEqual({
      outcome: 'failed',
      reason: 'expired',
    });
  });

  it('are one solution however the token is written', async () => {
    const token = await solve();
    const { challenge, solution } = decodeAltcha(token);
    const rewritten = encodeAltcha({ solution: { ...solution, counter: 3, time: 5 }, challenge });
    const [first, second] = [
      await altcha.verify(token, acmeContext),
      await altcha.verify(rewritten, acmeContext),
    ];
    expect(rewritten).not.toBe(token);
    expect(second).toEqual(first);
  });

  it('ask for real work unless told otherwise', async () => {
    const { challenge } = await createAltcha(seal, systemClock).createChallenge(page);
    expect(challenge.parameters).toMatchObject({ algorithm: 'PBKDF2/SHA-256', cost: 1_000 });
  });
});
