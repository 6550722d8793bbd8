import { textsIn, type Texts } from '../../platform/locale/texts.js';
import type { TemplateCatalog, TemplateVariable } from '../mail-template-text.js';
import type { MailContent, MailTemplate } from '../mail-template.js';
import { english } from './english.js';
import { german } from './german.js';
import type { MailDocument, MailTexts, MailWriters } from './mail-document.js';
import { signed } from './branding-parts.js';
import { renderOwnText, toEditable } from './own-text.js';
import { sampleContent } from './sample-content.js';
import { toHtml } from './to-html.js';
import { toPlainText } from './to-plain-text.js';
import { toWords, type MailWords } from './words.js';

const texts: Texts<MailTexts> = { en: english, de: german };

const write = <T extends MailTemplate>(
  writers: MailWriters,
  template: T,
  words: MailWords[T],
): MailDocument => writers[template](words);

const variablesOf: TemplateCatalog['variablesOf'] = (template) => {
  const sample: MailContent = sampleContent[template];
  return Object.keys(toWords(sample, english.phrases)).map((name): TemplateVariable => ({
    name,
    required: name in sample.secrets,
    isLink: /url$/i.test(name),
  }));
};

const placeholdersOf = (template: MailTemplate): Record<string, string> =>
  Object.fromEntries(variablesOf(template).map(({ name }) => [name, `{{${name}}}`]));

/** Built-in mails are typed functions from words to a document; own texts take their place. */
export const templateCatalog: TemplateCatalog = {
  names: Object.keys(sampleContent) as MailTemplate[],
  variablesOf,
  sampleOf: (template) => sampleContent[template],

  builtIn: (template, locale) =>
    toEditable(write(textsIn(texts, locale).writers, template, placeholdersOf(template) as never)),

  render: (content, locale, own, branding) => {
    const { writers, phrases, copyLink, help } = textsIn(texts, locale);
    const manner = { locale, copyLink, help, branding };
    const words = toWords(content, phrases);
    if (own) return renderOwnText(own, words, manner);
    const document = write(writers, content.template, words as never);
    return {
      subject: document.subject,
      text: signed(toPlainText(document), branding, help),
      html: toHtml(document, manner),
    };
  },
};
