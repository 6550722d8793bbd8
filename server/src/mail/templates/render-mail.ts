import type { Locale } from '../../platform/locale/locale.js';
import type { MailContent, MailTemplate, RenderedMail } from '../mail-template.js';
import { english } from './english.js';
import { german } from './german.js';
import type { MailDocument, MailTexts, MailWriters } from './mail-document.js';
import { toHtml } from './to-html.js';
import { toPlainText } from './to-plain-text.js';

const textsOf: Readonly<Record<Locale, MailTexts>> = { en: english, de: german };

const write = <T extends MailTemplate>(
  writers: MailWriters,
  { template, variables, secrets }: MailContent<T>,
): MailDocument => writers[template](variables, secrets);

/** A mail in the recipient's language, as plain text and as HTML. */
export const renderMail = (content: MailContent, locale: Locale): RenderedMail => {
  const texts = textsOf[locale];
  const document = write(texts.writers, content);
  return {
    subject: document.subject,
    text: toPlainText(document),
    html: toHtml(document, locale, texts.copyLink),
  };
};
