const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Sanitised rich text without markup: links show their address, paragraphs stand apart. */
export const richToPlain = (html: string): string =>
  html
    .replace(/<a href="([^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>/g, '$2: $1')
    .replace(/<li>/g, '- ')
    .replace(/<br\s*\/?>|<\/li>/g, '\n')
    .replace(/<\/(?:p|h[1-4]|ul|ol|blockquote)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
