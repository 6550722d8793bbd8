import { directionOf } from '../platform/locale/direction.js';
import type { Locale } from '../platform/locale/locale.js';
import { textsIn, type Texts } from '../platform/locale/texts.js';
import type { LastingText } from './lasting-text.js';
import { slugOf, titleOf } from './legal-words.js';

const words: Texts<Readonly<Record<string, string>>> = {
  en: {
    version: 'Version',
    of: 'of',
    current: 'current',
    versions: 'All versions',
    outdated: 'This is an older version.',
    read: 'Read the current one',
    help: 'Help',
  },
  de: {
    version: 'Fassung',
    of: 'vom',
    current: 'gültig',
    versions: 'Alle Fassungen',
    outdated: 'Dies ist eine ältere Fassung.',
    read: 'Die gültige lesen',
    help: 'Hilfe',
  },
};

/** What a language calls itself. */
const nameOf = (locale: Locale): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;

/** Where the style sheet of these pages is; inline styles are refused. */
const lastingPageStyle = '/legal/style.css';

/** What the page wears: its tenant's looks. */
export interface LastingPageLooks {
  /** Stands where the tenant's name does otherwise. */
  readonly title: string | null;
  /** An e-mail address or a web address. */
  readonly supportContact: string | null;
  /** Path of the logo on the own host, the icon of the page as well. */
  readonly logo: string | null;
  /** Path of the colours on the own host. */
  readonly styleSheet: string | null;
}

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What stands in the head and at the top and bottom of the page, of the tenant's looks. */
const dress = (looks: LastingPageLooks, name: string, help: string) => {
  const { logo, styleSheet, supportContact: contact } = looks;
  const image = logo && escapeText(logo);
  const address = contact && (contact.includes('://') ? contact : `mailto:${contact}`);
  return {
    links: [
      image ? `<link rel="icon" href="${image}">` : '',
      styleSheet ? `<link rel="stylesheet" href="${escapeText(styleSheet)}">` : '',
    ].join(''),
    brand: `<p class="brand">${image ? `<img src="${image}" alt="">` : ''}${escapeText(name)}</p>`,
    support: address ? `<p><a href="${escapeText(address)}">${help}</a></p>` : '',
  };
};

/** The lasting page of a text: HTML alone, without script; what is not escaped was sanitised. */
export const lastingPage = (
  { document, version, text, locales, versions }: LastingText,
  tenantName: string,
  looks: LastingPageLooks,
): string => {
  const { locale, html } = text;
  const word = textsIn(words, locale);
  const title = titleOf(document.kind, locale);
  const name = looks.title ?? tenantName;
  const { links, brand, support } = dress(looks, name, word['help'] ?? '');
  const path = `/legal/${slugOf[document.kind]}`;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const link = (query: string, label: string, attributes = ''): string =>
    `<a href="${path}?${query}"${attributes}>${escapeText(label)}</a>`;
  const isCurrent = version.number === versions[0]?.number;
  const rows = versions.map((one) => {
    const label = `${word['version']} ${one.number} ${word['of']} ${day.format(one.publishedAt)}`;
    const mark = one.number === versions[0]?.number ? ` (${word['current']})` : '';
    const here = one.number === version.number ? ' aria-current="page"' : '';
    return `<li>${link(`version=${one.number}&amp;lang=${locale}`, label + mark, here)}</li>`;
  });
  const languages = locales
    .filter((other) => other !== locale)
    .map((other) =>
      link(
        `version=${version.number}&amp;lang=${other}`,
        nameOf(other),
        ` lang="${other}" dir="${directionOf(other)}" hreflang="${other}"`,
      ),
    );
  return [
    `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(`${title} · ${name}`)}</title>`,
    `<link rel="stylesheet" href="${lastingPageStyle}">${links}</head><body>`,
    `<header>${brand}<nav>${languages.join(' ')}</nav></header><main>`,
    `<h1>${escapeText(title)}</h1>`,
    `<p class="meta">${word['version']} ${version.number} ${word['of']} ${escapeText(day.format(version.publishedAt))}</p>`,
    isCurrent
      ? ''
      : `<p class="notice">${word['outdated']} ${link(`lang=${locale}`, word['read'] ?? '')}</p>`,
    `<article>${html}</article></main>`,
    `<footer><h2>${word['versions']}</h2><ul>${rows.join('')}</ul>${support}</footer></body></html>`,
  ].join('');
};
