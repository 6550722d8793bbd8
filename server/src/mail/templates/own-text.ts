import { directionOf } from '../../platform/locale/direction.js';
import type { MailTemplateText } from '../mail-template-text.js';
import type { RenderedMail } from '../mail-template.js';
import { signed } from './branding-parts.js';
import { escapeHtml } from './escape-html.js';
import type { Block, MailDocument } from './mail-document.js';
import { toLayout, type MailManner } from './mail-layout.js';
import {
  buttonHtml,
  codeHtml,
  copyLinkHtml,
  headingStyle,
  noteHtml,
  textStyle,
} from './mail-styles.js';
import { fillHtml, fillText } from './placeholders.js';
import { richToPlain } from './rich-to-plain.js';

/**
 * What sanitised rich text can hold, and how mails show it.
 * @param start where lines begin; many mail programs know no logical sides
 */
const openingsFrom = (start: 'left' | 'right'): Readonly<Record<string, string>> => ({
  '<p>': `<p class="text" style="${textStyle(16, '#1f2328')}">`,
  '<h1>': `<h2 class="text" style="${headingStyle(21)}">`,
  '<h2>': `<h2 class="text" style="${headingStyle(19)}">`,
  '<h3>': `<h3 class="text" style="${headingStyle(17)}">`,
  '<h4>': `<h4 class="text" style="${headingStyle(16)}">`,
  '</h1>': '</h2>',
  '<ul>': `<ul class="text" style="${textStyle(16, '#1f2328')};padding-${start}:24px">`,
  '<ol>': `<ol class="text" style="${textStyle(16, '#1f2328')};padding-${start}:24px">`,
  '<blockquote>': `<blockquote class="text" style="${textStyle(16, '#1f2328')};padding-${start}:16px;border-${start}:3px solid #d8dee4">`,
});

const openings = { ltr: openingsFrom('left'), rtl: openingsFrom('right') };

const paragraphWith = (inner: string): RegExp => new RegExp(`<p>\\s*${inner}\\s*</p>`, 'g');
const linkAlone = paragraphWith('<a href="(\\{\\{\\s*\\w+\\s*\\}\\})"[^>]*>((?:(?!</a>).)*)</a>');
const codeAlone = paragraphWith('(?:<strong>)?(\\{\\{\\s*code\\s*\\}\\})(?:</strong>)?');
const emphasisAlone = paragraphWith('<em>((?:(?!</?em>|</p>).)*)</em>');
const anyTag = /<\/?(?:p|h[1-4]|ul|ol|blockquote)>/g;

/**
 * A paragraph that holds a link to a variable, and nothing else, is a button; one with the code
 * alone is the code; one in italics is a note. So a built-in mail looks the same after an edit.
 */
const toStyled = (html: string, { locale, copyLink, branding }: MailManner): string => {
  const kept: string[] = [];
  const keep = (piece: string): string => `<!--${kept.push(piece) - 1}-->`;
  return html
    .replace(linkAlone, (_all, url: string, label: string) =>
      keep(`${buttonHtml(url, label, branding?.button)}${copyLinkHtml(escapeHtml(copyLink), url)}`),
    )
    .replace(codeAlone, (_all, digits: string) => keep(codeHtml(digits)))
    .replace(emphasisAlone, (_all, inner: string) => keep(noteHtml(inner)))
    .replace(anyTag, (tag) => openings[directionOf(locale)][tag] ?? tag)
    .replace(/<!--(\d+)-->/g, (_all, index: string) => kept[Number(index)] ?? '');
};

/** A mail of a text that people wrote. */
export const renderOwnText = (
  own: MailTemplateText,
  words: Readonly<Record<string, string>>,
  manner: MailManner,
): RenderedMail => {
  const subject = fillText(own.subject, words)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  const body = fillHtml(toStyled(own.html, manner), words);
  const text = fillText(own.plainText ?? richToPlain(own.html), words);
  return {
    subject,
    text: signed(`${text.trim()}\n`, manner.branding, manner.help),
    html: toLayout({ subject, body }, manner),
  };
};

const toRich = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<p><em>${escapeHtml(block.text)}</em></p>`;
    case 'code':
      return `<p><strong>${escapeHtml(block.digits)}</strong></p>`;
    case 'button':
      return `<p><a href="${escapeHtml(block.url)}" rel="noopener noreferrer" target="_blank">${escapeHtml(block.label)}</a></p>`;
  }
};

/** A built-in mail as a text to edit. */
export const toEditable = ({ subject, blocks }: MailDocument): MailTemplateText => ({
  subject,
  html: blocks.map(toRich).join(''),
  plainText: null,
});
