/** The little of Markdown that cards use: headings, lists, paragraphs, bold, italics and links. */
export const markdownToHtml = (markdown: string): string =>
  markdown
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => blockToHtml(block.trim()))
    .join('');

const blockToHtml = (block: string): string => {
  if (block === '') return '';
  const lines = block.split('\n');
  const [first = ''] = lines;
  const heading = /^(#{1,6})\s+(.*)$/.exec(first);
  if (heading) {
    const level = Math.min(heading[1]?.length ?? 1, 4);
    const rest = blockToHtml(lines.slice(1).join('\n').trim());
    return `<h${level}>${inlineToHtml(heading[2] ?? '')}</h${level}>${rest}`;
  }
  if (lines.every((line) => /^\s*[-*+]\s+/.test(line))) return listToHtml('ul', lines);
  if (lines.every((line) => /^\s*\d+[.)]\s+/.test(line))) return listToHtml('ol', lines);
  // A block of HTML stays what it is; it is sanitised like any other.
  if (/^<\/?[a-z]/i.test(block)) return block;
  return `<p>${lines.map(inlineToHtml).join('<br>')}</p>`;
};

const listToHtml = (tag: 'ul' | 'ol', lines: readonly string[]): string => {
  const items = lines.map((line) => inlineToHtml(line.replace(/^\s*([-*+]|\d+[.)])\s+/, '')));
  return `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
};

const inlineToHtml = (line: string): string =>
  line
    .replaceAll(/\[([^[\]]{1,200})\]\((https?:[^()\s"<>]{1,1000})\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*([^*]{1,500})\*\*/g, '<strong>$1</strong>')
    .replaceAll(/\*([^*]{1,500})\*/g, '<em>$1</em>');
