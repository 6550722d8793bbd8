import type { MailBranding } from '../mail-branding.js';

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Of a text of this size and colour. */
export const textStyle = (size: number, colour: string): string =>
  `margin:0 0 16px;${font};font-size:${size}px;line-height:1.5;color:${colour};overflow-wrap:anywhere`;

export const headingStyle = (size: number): string =>
  `margin:0 0 16px;${font};font-size:${size}px;line-height:1.3;color:#1f2328`;

/** Each takes HTML. Mail programs ignore much of CSS: styles stand at the elements. */
export const textHtml = (content: string): string =>
  `<p class="text" style="${textStyle(16, '#1f2328')}">${content}</p>`;

/** Less important than the rest. */
export const noteHtml = (content: string): string =>
  `<p class="note" style="${textStyle(14, '#57606a')}">${content}</p>`;

/** Digits to type. */
export const codeHtml = (digits: string): string =>
  `<p class="code" style="margin:0 0 16px;padding:12px 16px;border-radius:6px;background:#f2f4f7;color:#1f2328;font-family:Consolas,Menlo,monospace;font-size:26px;letter-spacing:6px;text-align:center">${digits}</p>`;

const ownButton = { background: '#1f5fd0', text: '#ffffff' };

/** @param colors the tenant's; ours without */
export const buttonHtml = (
  url: string,
  label: string,
  colors: MailBranding['button'] = null,
): string => {
  const { background, text } = colors ?? ownButton;
  return `<p style="margin:0 0 16px"><a class="button" href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:${background};color:${text};${font};font-size:16px;font-weight:600;text-decoration:none">${label}</a></p>`;
};

/** The address of a button, for mail programs that show none. */
export const copyLinkHtml = (words: string, url: string): string => noteHtml(`${words}<br>${url}`);
