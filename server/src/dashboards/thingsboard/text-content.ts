import { isEmptyRichText, sanitiseRichText } from '../../platform/rich-text/sanitise-rich-text.js';
import { note, type ImportNote } from '../import-plan.js';
import { flagOf, member, textOf } from '../json-value.js';
import { longestHtml, longestRawHtml } from '../parse-widgets.js';
import type { WidgetParts } from '../widget.js';
import { markdownToHtml } from './markdown.js';
import type { TextBudget } from './text-budget.js';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The HTML that a card shows; null where a script makes it, or nothing is there. */
const htmlOf = (type: string, settings: unknown): string | null => {
  switch (type) {
    case 'html_card':
    case 'html_value_card':
      return textOf(member(settings, 'cardHtml'));
    case 'markdown_card': {
      if (flagOf(member(settings, 'useMarkdownTextFunction'))) return null;
      const markdown = textOf(member(settings, 'markdownTextPattern'));
      return markdown === null ? null : markdownToHtml(markdown.slice(0, longestHtml));
    }
    default: {
      const label = textOf(member(settings, 'label'));
      return label === null ? null : `<p>${escaped(label)}</p>`;
    }
  }
};

/** What ThingsBoard puts values into, such as `${temperature:1}`. */
const filledIn = /\$\{[^{}<>]{0,200}\}/g;

/** Tags with their attributes: what sanitising could take off. */
const countMarkup = (html: string): number =>
  (html.match(/<[a-z!/]/gi)?.length ?? 0) + (html.match(/\s[\w-]+\s*=/g)?.length ?? 0);

/** A card of text, as far as it can be read without running anything. */
export const readTextCard = (
  type: string,
  config: unknown,
  budget: TextBudget,
): { parts: WidgetParts; notes: ImportNote[] } | null => {
  const raw = htmlOf(type, member(config, 'settings'));
  if (raw === null || raw.length > longestRawHtml || !budget.take(raw.length)) return null;
  const html = sanitiseRichText(raw.replaceAll(filledIn, ''));
  if (isEmptyRichText(html) || html.length > longestHtml) return null;
  const hasLess = countMarkup(html) < countMarkup(raw) || raw.search(filledIn) >= 0;
  const message = 'Styles, pictures, scripts and values that are filled in are taken off the text.';
  return { parts: { text: { html } }, notes: hasLess ? [note('MARKUP_REMOVED', message)] : [] };
};
