import type { ChartLook } from './chart-option';

const PALETTE_SIZE = 6;

/** The tokens of the page as the browser has them now, light or dark. */
export function readLook(): ChartLook {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--gh-${name}`).trim();
  return {
    text: token('text'),
    muted: token('muted'),
    line: token('border'),
    surface: token('surface'),
    font: style.fontFamily,
    palette: Array.from({ length: PALETTE_SIZE }, (_, index) => token(`chart-${index + 1}`)),
  };
}
