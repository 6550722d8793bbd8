import type { MailTemplateFieldsFragment, MailTemplateTextInput } from '../generated/graphql';

type TemplateText = MailTemplateFieldsFragment['texts'][number];

export interface TemplateForm {
  subject: string;
  html: string;
  /** Whether the plain part has a text of its own. */
  ownPlain: boolean;
  plainText: string;
}

export const toForm = ({ subject, html, plainText }: TemplateText): TemplateForm => ({
  subject,
  html,
  ownPlain: typeof plainText === 'string',
  plainText: plainText ?? '',
});

export const toInput = (
  template: string,
  locale: string,
  form: TemplateForm,
): MailTemplateTextInput => ({
  template,
  locale,
  subject: form.subject,
  html: form.html,
  plainText: form.ownPlain ? form.plainText : null,
});
