import { readyFile, type ReadyFile } from '../platform/http/static-files.js';

const placeholder = '<!--gatehouse:config-->';
/** Configurations change while people wait: quick compression beats the smallest bytes. */
const quality = 4;

/** JSON that can't end the element it stands in. */
const inlineJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** What a page wears of its tenant's looks before it runs; paths on the own host. */
interface PageLooks {
  readonly styleSheet: string | null;
  /** Is the page's icon, too. */
  readonly logo: string | null;
}

const builtIcon = /<link rel="icon"[^>]*>/;

/** A built page with its configuration inlined, ready to send; the same bytes for every visitor. */
export const pageWithConfig = (
  template: ReadyFile,
  config: unknown,
  looks: PageLooks | null,
): ReadyFile => {
  const script = `<script type="application/json" id="gatehouse-config">${inlineJson(config)}</script>`;
  const link = looks?.styleSheet ? `<link rel="stylesheet" href="${looks.styleSheet}">` : '';
  const html = template.plain
    .toString('utf8')
    .replace(builtIcon, (icon) => (looks?.logo ? `<link rel="icon" href="${looks.logo}">` : icon))
    .replace(placeholder, () => script + link);
  return readyFile(template.type, Buffer.from(html), quality);
};
