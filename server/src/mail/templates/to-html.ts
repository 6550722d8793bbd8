import { escapeHtml } from './escape-html.js';
import { buttonHtml, codeHtml, copyLinkHtml, noteHtml, textHtml } from './mail-styles.js';
import { toLayout, type MailManner } from './mail-layout.js';
import type { Block, MailDocument } from './mail-document.js';

const blockToHtml = (block: Block, { copyLink, branding }: MailManner): string => {
  switch (block.kind) {
    case 'paragraph':
      return textHtml(escapeHtml(block.text));
    case 'note':
      return noteHtml(escapeHtml(block.text));
    case 'code':
      return codeHtml(escapeHtml(block.digits));
    case 'button': {
      const url = escapeHtml(block.url);
      return `${buttonHtml(url, escapeHtml(block.label), branding?.button)}${copyLinkHtml(escapeHtml(copyLink), url)}`;
    }
  }
};

/** A built-in mail. */
export const toHtml = ({ subject, blocks }: MailDocument, manner: MailManner): string =>
  toLayout({ subject, body: blocks.map((block) => blockToHtml(block, manner)).join('\n') }, manner);
