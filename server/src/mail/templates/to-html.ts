import type { Locale } from '../../platform/locale/locale.js';
import { escapeHtml } from './escape-html.js';
import { buttonHtml, codeHtml, copyLinkHtml, noteHtml, textHtml } from './mail-styles.js';
import { toLayout } from './mail-layout.js';
import type { Block, MailDocument } from './mail-document.js';

const blockToHtml = (block: Block, copyLink: string): string => {
  switch (block.kind) {
    case 'paragraph':
      return textHtml(escapeHtml(block.text));
    case 'note':
      return noteHtml(escapeHtml(block.text));
    case 'code':
      return codeHtml(escapeHtml(block.digits));
    case 'button': {
      const url = escapeHtml(block.url);
      return `${buttonHtml(url, escapeHtml(block.label))}${copyLinkHtml(escapeHtml(copyLink), url)}`;
    }
  }
};

/** A built-in mail. */
export const toHtml = (document: MailDocument, locale: Locale, copyLink: string): string =>
  toLayout({
    locale,
    subject: document.subject,
    body: document.blocks.map((block) => blockToHtml(block, copyLink)).join('\n'),
  });
