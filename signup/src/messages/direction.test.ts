import { expect, it } from 'vitest';
import { directionOf } from './direction.js';

it.each(['ar', 'AR-eg', 'fa_IR', 'he', 'ur', 'az-Arab', 'uz-Arab-AF'])(
  '%s runs leftwards',
  (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  },
);

it.each(['', 'en', 'de-AT', 'ur-Latn', 'arn', 'art-x-arab1'])('%j runs rightwards', (tag) => {
  expect(directionOf(tag)).toBe('ltr');
});
