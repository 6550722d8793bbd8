/** 0 (nothing worth the name) to 4 (strong). */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** Characters that add something are worth this much each, up to four steps. */
const STEPS = [8, 15, 20, 26];

/**
 * A rough measure for the meter, by length: characters that only repeat or continue the ones
 * before ("aaaa", "1234", "abcabc") count little. Rules are kept apart, in `findPasswordFault`.
 */
export function estimateStrength(password: string): Strength {
  const text = [...password.normalize('NFKC')];
  const distinct = new Set(text).size;
  const telling = text.filter((_, index) => !continuesPattern(text, index)).length;
  const worth = Math.min(telling, distinct * 2);
  return STEPS.filter((step) => worth >= step).length as Strength;
}

function continuesPattern(text: string[], index: number): boolean {
  if (index < 2) return false;
  const last = text.slice(index - 2, index + 1);
  const [a = 0, b = 0, c = 0] = last.map((character) => character.codePointAt(0));
  const sequence = c - b === b - a && Math.abs(c - b) <= 1;
  return sequence || text.slice(0, index).join('').includes(last.join(''));
}
