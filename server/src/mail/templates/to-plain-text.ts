import type { Block, MailDocument } from './mail-document.js';

const lineOf = (block: Block): string => {
  switch (block.kind) {
    case 'button':
      return `${block.label}:\n${block.url}`;
    case 'code':
      return `    ${block.digits}`;
    default:
      return block.text;
  }
};

export const toPlainText = ({ blocks }: MailDocument): string =>
  `${blocks.map(lineOf).join('\n\n')}\n`;
