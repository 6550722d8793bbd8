/** Pasted HTML without inline styles, which the content security policy refuses before Quill reads it. */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');

/** Quill makes a fixed space of every one; lines would no longer break. */
export const withPlainSpaces = (html: string): string => html.replace(/&nbsp;|\u00a0/g, ' ');
