/** WCAG 2.2, 1.4.3: text against what is behind it. */
export const leastContrast = 4.5;

type Rgb = readonly [number, number, number];

const toRgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const toHex = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, WCAG 2.2. */
const luminanceOf = (hex: string): number => {
  const [red, green, blue] = toRgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** 1 to 21. */
export const contrastOf = (one: string, other: string): number => {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
};

/** White or black, whichever reads better; one of them always reaches 4.5. */
export const textOn = (hex: string): '#ffffff' | '#000000' =>
  contrastOf(hex, '#ffffff') >= leastContrast ? '#ffffff' : '#000000';

const mixed = (hex: string, towards: string, share: number): string => {
  const [from, to] = [toRgb(hex), toRgb(towards)];
  return toHex(
    from.map((part, index) => part + ((to[index] ?? 0) - part) * share) as unknown as Rgb,
  );
};

/** The colour itself, or as little darker or lighter as it needs to be read on a surface. */
export const readableOn = (hex: string, surface: string): string => {
  const towards = textOn(surface);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mixed(hex, towards, share);
    if (contrastOf(tried, surface) >= leastContrast) return tried;
  }
  return towards;
};

/** A shade for the pointer above a button, away from its text. */
export const pressed = (hex: string): string =>
  mixed(hex, textOn(hex) === '#ffffff' ? '#000000' : '#ffffff', 0.15);
