import { expect, it } from 'vitest';
import { directionOf } from './direction.js';

it.each(['ar', 'ar-EG', 'fa-IR', 'he', 'ur', 'az-Arab'])('%s runs leftwards', (tag) => {
  expect(directionOf(tag)).toBe('rtl');
});

it.each(['', 'en', 'de-AT', 'ur-Latn', 'not a tag'])('%j runs rightwards', (tag) => {
  expect(directionOf(tag)).toBe('ltr');
});
