import type { Locale } from '../platform/locale/locale.js';
import type { Tx } from '../platform/transaction.js';
import type { OwnTemplateText } from './mail-template-text.js';
import type { MailTemplate } from './mail-template.js';

/** The texts that a tenant wrote in place of the built-in ones. */
export interface MailTemplateRepository {
  find(tx: Tx, template: MailTemplate, locale: Locale): Promise<OwnTemplateText | null>;
  list(tx: Tx): Promise<OwnTemplateText[]>;
  save(tx: Tx, text: OwnTemplateText): Promise<void>;
  /** @returns false when there was none */
  delete(tx: Tx, template: MailTemplate, locale: Locale): Promise<boolean>;
}
