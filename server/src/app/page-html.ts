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

/**
 * A built page with its configuration inlined, ready to send; the same bytes for every visitor.
 * @param styleSheet path of the tenant's own colours
 */
export const pageWithConfig = (
  template: ReadyFile,
  config: unknown,
  styleSheet?: string | null,
): ReadyFile => {
  const script = `<script type="application/json" id="gatehouse-config">${inlineJson(config)}</script>`;
  const link = styleSheet == null ? '' : `<link rel="stylesheet" href="${styleSheet}">`;
  const html = template.plain.toString('utf8').replace(placeholder, () => script + link);
  return readyFile(template.type, Buffer.from(html), quality);
};
