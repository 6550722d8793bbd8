import type { Locale } from '../../platform/locale/locale.js';
import { escapeHtml } from './escape-html.js';
import type { Block, MailDocument } from './mail-document.js';

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Mail programs ignore much of CSS: styles stand at the elements, only the dark colours do not. */
const darkColours = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background: #16181c !important; }
    .card { background: #22262c !important; border-color: #3a4048 !important; }
    .text { color: #e6e8eb !important; }
    .note { color: #a9b0b9 !important; }
    .button { background: #7aa7ff !important; color: #0d1117 !important; }
    .code { background: #16181c !important; color: #ffffff !important; }
  }`;

const text = (className: string, size: number, colour: string, content: string): string =>
  `<p class="${className}" style="margin:0 0 16px;${font};font-size:${size}px;line-height:1.5;color:${colour};overflow-wrap:anywhere">${content}</p>`;

const noteText = (content: string): string => text('note', 14, '#57606a', content);

const blockToHtml = (block: Block, copyLink: string): string => {
  switch (block.kind) {
    case 'paragraph':
      return text('text', 16, '#1f2328', escapeHtml(block.text));
    case 'note':
      return noteText(escapeHtml(block.text));
    case 'code':
      return `<p class="code" style="margin:0 0 16px;padding:12px 16px;border-radius:6px;background:#f2f4f7;color:#1f2328;font-family:Consolas,Menlo,monospace;font-size:26px;letter-spacing:6px;text-align:center">${escapeHtml(block.digits)}</p>`;
    case 'button': {
      const url = escapeHtml(block.url);
      const link = `<a class="button" href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5fd0;color:#ffffff;${font};font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(block.label)}</a>`;
      return `<p style="margin:0 0 16px">${link}</p>${noteText(`${escapeHtml(copyLink)}<br>${url}`)}`;
    }
  }
};

/** One quiet column: no pictures, nothing from elsewhere, legible without any style. */
export const toHtml = (
  document: MailDocument,
  locale: Locale,
  copyLink: string,
): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(document.subject)}</title>
<style>${darkColours}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #d8dee4;border-radius:8px">
<tr><td style="padding:28px 28px 12px">
<h1 class="text" style="margin:0 0 16px;${font};font-size:21px;line-height:1.3;color:#1f2328">${escapeHtml(document.subject)}</h1>
${document.blocks.map((block) => blockToHtml(block, copyLink)).join('\n')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
