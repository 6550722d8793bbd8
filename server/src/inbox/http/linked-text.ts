import { html, type Markup } from './markup.js';

/** A web address in running text; the full stop after it belongs to the sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/;

/** Plain text with its web addresses as links that open in a tab of their own. */
export const linkedText = (text: string): Markup => {
  const parts = text.split(ADDRESS);
  return html`${parts.map((part, index) =>
    // Splitting by a group puts the addresses at the odd places.
    index % 2 === 1
      ? html`<a href="${part}" target="_blank" rel="noreferrer">${part}</a>`
      : html`${part}`,
  )}`;
};
