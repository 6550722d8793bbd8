import { expect, it } from 'vitest';
import { contrastOf, isColor, LEAST_CONTRAST, textOn } from './contrast';

it('compares colours as WCAG does', () => {
  expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it.each(['#ffcc00', '#808080', '#4353d6'])('finds a text that can be read on %s', (hex) => {
  expect(contrastOf(hex, textOn(hex))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

it('takes #rrggbb and nothing else', () => {
  expect(isColor('#A1b2C3')).toBe(true);
  for (const other of ['', 'red', '#fff', '#12345g', '#1234567'])
    expect(isColor(other)).toBe(false);
});
