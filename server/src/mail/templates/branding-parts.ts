import type { MailBranding } from '../mail-branding.js';
import { escapeHtml } from './escape-html.js';
import { headingStyle, noteHtml } from './mail-styles.js';

/** Above everything; with images blocked the name stands in the logo's place. */
export const brandHeader = ({ name, logo }: MailBranding): string => {
  const text = escapeHtml(name);
  const image = (source: string): string =>
    `<img src="${escapeHtml(source)}" alt="${text}" height="40" style="display:block;height:40px;max-width:100%;border:0">`;
  const shown = logo === null ? text : image(logo);
  return `<div class="text" style="${headingStyle(17)};font-weight:600">${shown}</div>`;
};

/** Below everything: who writes, and who helps. */
export const brandFooter = ({ name, supportContact }: MailBranding, help: string): string => {
  if (supportContact === null) return noteHtml(escapeHtml(name));
  const address = supportContact.includes('://') ? supportContact : `mailto:${supportContact}`;
  const link = `<a href="${escapeHtml(address)}" style="color:inherit">${escapeHtml(supportContact)}</a>`;
  return noteHtml(`${escapeHtml(name)}<br>${escapeHtml(help)}: ${link}`);
};

/** The plain text with who writes below it, behind the separator that mail programs know. */
export const signed = (text: string, branding: MailBranding | null, help: string): string => {
  if (!branding) return text;
  const { name, supportContact } = branding;
  return `${text}\n-- \n${name}\n${supportContact === null ? '' : `${help}: ${supportContact}\n`}`;
};
