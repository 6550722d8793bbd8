import { expect, it } from 'vitest';
import { estimateStrength } from './password-strength.js';

it.each([
  ['', 0],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0],
  ['123456789012345678901234', 0],
  ['abcabcabcabcabcabcabc', 0],
  ['horse batt', 1],
  ['horse battery staple', 3],
  ['correct horse battery staple', 4],
] as const)('measures %j as %i', (password, strength) => {
  expect(estimateStrength(password)).toBe(strength);
});
