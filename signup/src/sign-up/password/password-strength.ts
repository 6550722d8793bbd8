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
  const [a, b, c] = text.slice(index - 2, index + 1).map((char) => char.codePointAt(0) ?? 0);
  const step = c! - b!;
  const sequence = step === b! - a! && Math.abs(step) <= 1;
  const three = text.slice(index - 2, index + 1).join('');
  return sequence || text.slice(0, index).join('').includes(three);
}
