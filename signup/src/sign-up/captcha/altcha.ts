import { solveChallengeWorkers } from 'altcha/lib';
import Pbkdf2Worker from 'altcha/workers/pbkdf2?worker';
import type { Captcha, CaptchaContext } from './captcha.js';

/** More workers than this heat a phone without being done sooner. */
const MAX_WORKERS = 4;
/** A token is not sent in the last seconds of its life. */
const MARGIN_MS = 10_000;

interface Proof {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/**
 * Proof of work with ALTCHA's solver and worker, both from our own host. The widget is left out:
 * it needs nothing of the person, so one line of text says the same in a tenth of the size.
 */
export async function startAltcha({ challenge, onStatus }: CaptchaContext): Promise<Captcha> {
  let proof: Promise<Proof> | null = null;

  function solve(): Promise<Proof> {
    onStatus('working');
    const attempt = prove(challenge);
    proof = attempt;
    attempt.then(
      () => onStatus('solved'),
      () => {
        proof = null;
        onStatus('unavailable');
      },
    );
    return attempt;
  }

  await solve();
  return {
    automatic: true,
    async token() {
      const held = await (proof ?? solve());
      return (held.expiresAt - MARGIN_MS > Date.now() ? held : await solve()).token;
    },
    discard() {
      proof = null;
    },
  };
}

async function prove(getChallenge: CaptchaContext['challenge']): Promise<Proof> {
  const given = await getChallenge();
  if (!given) throw new Error('no challenge was given');
  const { parameters, signature } = given.challenge;
  const solution = await solveChallengeWorkers({
    challenge: { parameters, ...(signature && { signature }) },
    concurrency: Math.min(MAX_WORKERS, navigator.hardwareConcurrency || 1),
    createWorker: () => new Pbkdf2Worker(),
  });
  if (!solution) throw new Error('no solution was found in time');
  return {
    token: btoa(JSON.stringify({ challenge: { parameters, signature }, solution })),
    expiresAt: Date.parse(given.expiresAt),
  };
}
