/** WCAG 2.2: text against what is behind it; the API enforces the same. */
export const LEAST_CONTRAST = 4.5;
/** What the sign-up page writes in where it is light. */
export const PAGE_TEXT = '#1b1f2e';

export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(one) + 0.05, luminanceOf(other) + 0.05];
  return Math.max(a, b) / Math.min(a, b);
}

/** White or black, whichever can be read on it. */
export const textOn = (hex: string): string =>
  contrastOf(hex, '#ffffff') >= LEAST_CONTRAST ? '#ffffff' : '#000000';
