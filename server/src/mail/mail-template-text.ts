import type { Locale } from '../platform/locale/locale.js';
import type { MailBranding } from './mail-branding.js';
import type { MailContent, MailTemplate, RenderedMail } from './mail-template.js';

/** A template as people edit it; variables stand in it as `{{name}}`. */
export interface MailTemplateText {
  readonly subject: string;
  /** Sanitised rich text. */
  readonly html: string;
  /** Null: made of the rich text. */
  readonly plainText: string | null;
}

/** A text in place of the built-in one. */
export interface OwnTemplateText extends MailTemplateText {
  readonly template: MailTemplate;
  readonly locale: Locale;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** What a template knows. */
export interface TemplateVariable {
  readonly name: string;
  /** A link or code: it has to be in the text and must not be in the subject. */
  readonly required: boolean;
  /** May be the address of a link. */
  readonly isLink: boolean;
}

/** The templates that there are, and how they become mails. */
export interface TemplateCatalog {
  readonly names: readonly MailTemplate[];
  readonly variablesOf: (template: MailTemplate) => readonly TemplateVariable[];
  readonly builtIn: (template: MailTemplate, locale: Locale) => MailTemplateText;
  /** @param own in place of the built-in text */
  readonly render: (
    content: MailContent,
    locale: Locale,
    own: MailTemplateText | null,
    branding: MailBranding | null,
  ) => RenderedMail;
  /** Made up, for previews. */
  readonly sampleOf: (template: MailTemplate) => MailContent;
}
