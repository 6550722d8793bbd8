/** Text that has become HTML; nothing else goes into a page unescaped. */
export class Markup {
  constructor(readonly source: string) {}
}

type Part = string | Markup | readonly Markup[];

/** A template whose values are escaped, unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((text, index) => text + sourceOf(parts[index] ?? '')).join(''));

const sourceOf = (part: Part): string => {
  if (part instanceof Markup) return part.source;
  return typeof part === 'string' ? escape(part) : part.map(({ source }) => source).join('');
};

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
