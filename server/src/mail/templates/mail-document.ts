import type { MailTemplate } from '../mail-template.js';
import type { MailWords, Phrases } from './words.js';

/** What stands in a mail, from top to bottom; plain text and HTML are made of the same. */
export interface MailDocument {
  /** Never holds what a person typed. */
  readonly subject: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  /** Digits to type. */
  | { readonly kind: 'code'; readonly digits: string }
  /** Less important than the rest. */
  | { readonly kind: 'note'; readonly text: string };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const button = (label: string, url: string): Block => ({ kind: 'button', label, url });
export const code = (digits: string): Block => ({ kind: 'code', digits });
export const note = (text: string): Block => ({ kind: 'note', text });

/** Writes the mails of one language out of words. */
export type MailWriters = {
  readonly [T in MailTemplate]: (words: MailWords[T]) => MailDocument;
};

export interface MailTexts {
  readonly writers: MailWriters;
  readonly phrases: Phrases;
  /** Stands above the address of a button. */
  readonly copyLink: string;
  /** Stands before the support contact. */
  readonly help: string;
}
