import { createHash } from 'node:crypto';
import type { Branding } from './branding.js';
import { pressed, readableOn, textOn } from './colours.js';

/** Surfaces of our pages, in light and dark, on which links have to be read. */
const surfaces = { light: '#ffffff', dark: '#191c27' } as const;
/** What the page's own text is written in where pages are light. */
export const pageText = '#1b1f2e';

const rule = (selector: string, values: Readonly<Record<string, string>>): string =>
  `${selector}{${Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

/** Of the sign-up page, which is dark where the system is. */
const pageColors = (hex: string, surface: string): Record<string, string> => {
  const link = readableOn(hex, surface);
  return {
    ...{ '--accent': hex, '--accent-hover': pressed(hex), '--on-accent': textOn(hex) },
    ...{ '--link': link, '--ring': link },
  };
};

/** Of the console, which has a switch of its own; its buttons are written on in white, always. */
const consoleColors = (hex: string, surface: string): Record<string, string> => {
  const link = readableOn(hex, surface);
  const button = readableOn(hex, '#ffffff');
  return { '--gh-primary': button, '--gh-primary-text': link, '--gh-focus': link };
};

/** Around the card of its signed-out pages, where they are light. */
const consolePage = (background: string | null): Record<string, string> =>
  background === null
    ? {}
    : {
        ...{ '--gh-page': background, '--gh-page-text': pageText },
        ...{ '--gh-page-link': pageText },
      };

/** Dark pages keep the console's own background. */
const darkConsolePage = {
  ...{ '--gh-page': 'var(--gh-bg)', '--gh-page-text': 'var(--gh-muted)' },
  ...{ '--gh-page-link': 'var(--gh-primary-text)' },
};

/**
 * Colours as a style sheet of our own making; nothing that was typed gets into it but checked
 * colours. The doubled selector wins over the pages' own whatever comes last.
 * @returns null while there is nothing to colour
 */
export const styleSheetOf = ({ primaryColor, backgroundColor }: Branding): string | null => {
  if (primaryColor === null && backgroundColor === null) return null;
  const colored = (colors: typeof pageColors, surface: string): Record<string, string> =>
    primaryColor === null ? {} : colors(primaryColor, surface);
  const page: Record<string, string> =
    backgroundColor === null ? {} : { '--page': backgroundColor };
  const darkPage = { ...colored(pageColors, surfaces.dark), '--page': '#10121a' };
  return [
    rule(':root:root', { ...colored(pageColors, surfaces.light), ...page }),
    `@media(prefers-color-scheme:dark){${rule(':root:root', darkPage)}}`,
    rule(':root:root', {
      ...colored(consoleColors, surfaces.light),
      ...consolePage(backgroundColor),
    }),
    rule(':root:root.dark', { ...colored(consoleColors, surfaces.dark), ...darkConsolePage }),
  ].join('\n');
};

/** Where a style sheet is served; another one has another address. */
export const styleSheetPath = (css: string): string =>
  `/branding/${createHash('sha256').update(css).digest('hex').slice(0, 32)}.css`;
