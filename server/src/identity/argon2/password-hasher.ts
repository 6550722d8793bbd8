import { Algorithm, hash, verify } from '@node-rs/argon2';
import { overloaded } from '../../platform/failures.js';
import type { PasswordHasher } from '../password-hasher.js';
import { normalisePassword } from '@gatehouse/password-rules';

/** OWASP password storage cheat sheet: 19 MiB, two passes, one lane. */
const figures = {
  algorithm: Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

const figuresInHash = `$argon2id$v=19$m=${figures.memoryCost},t=${figures.timeCost},p=${figures.parallelism}$`;

/** Seconds; a full queue of 2 cores is worked off in about this time. */
const retryAfter = 2;

interface Options {
  /** Hashes at once: the number of cores; more gain nothing. */
  readonly parallel: number;
  /** Hashes that may wait; beyond it the answer is OVERLOADED, never memory without bound. */
  readonly waiting: number;
}

/** A turn for each piece of work, first come first served, with a bounded queue. */
const createTurns = ({ parallel, waiting }: Options) => {
  let running = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= parallel) {
      if (queue.length >= waiting) throw overloaded(retryAfter);
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/** argon2id in a bounded pool. */
export const createPasswordHasher = async (options: Options): Promise<PasswordHasher> => {
  const inTurn = createTurns(options);
  const nobody = await hash('nobody has this password', figures);
  return {
    hash: (password) => inTurn(() => hash(normalisePassword(password), figures)),
    verify: (stored, password) =>
      inTurn(async () => {
        const matches = await verify(stored ?? nobody, normalisePassword(password));
        return matches && stored !== null;
      }),
    isOutdated: (stored) => !stored.startsWith(figuresInHash),
  };
};
