import sanitizeHtml from 'sanitize-html';

/** The one allow-list: what the editors offer, and nothing that loads, runs or positions anything. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h1', 'h2', 'h3', 'h4', 'hr', 'blockquote'],
    ...['strong', 'em', 'u', 's', 'sub', 'sup', 'ul', 'ol', 'li', 'a'],
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 50,
  transformTags: {
    b: 'strong',
    i: 'em',
    a: (_tag, { href }): sanitizeHtml.Tag => ({
      tagName: 'a',
      attribs: href ? { href, rel: 'noopener noreferrer', target: '_blank' } : {},
    }),
  },
};

/** Rich text as it is stored and shown; whatever is not on the list is left out. */
export const sanitiseRichText = (html: string): string =>
  // Editors turn every space into this one, and lines would no longer break.
  sanitizeHtml(html, allowed)
    .replace(/&nbsp;|\u00a0/g, ' ')
    .trim();

/** Whether nothing can be read in a sanitised text. */
export const isEmptyRichText = (html: string): boolean =>
  html.replace(/<[^>]*>/g, '').trim() === '';
