import { knexOf } from '../../platform/postgres/database.js';
import type { MailTemplateRepository } from '../mail-template-repository.js';
import type { OwnTemplateText } from '../mail-template-text.js';

interface Row {
  tenant_id: string;
  template: OwnTemplateText['template'];
  locale: OwnTemplateText['locale'];
  subject: string;
  html: string;
  plain_text: string | null;
  updated_at: Date;
  updated_by: string;
}

const toText = (row: Row): OwnTemplateText => ({
  template: row.template,
  locale: row.locale,
  subject: row.subject,
  html: row.html,
  plainText: row.plain_text,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});

export const mailTemplateRows: MailTemplateRepository = {
  async find(tx, template, locale) {
    const row = await knexOf(tx)<Row>('mail_templates')
      .where({ tenant_id: tx.tenantId, template, locale })
      .first();
    return row ? toText(row) : null;
  },

  async list(tx) {
    const rows = await knexOf(tx)<Row>('mail_templates').where('tenant_id', tx.tenantId).select();
    return rows.map(toText);
  },

  async save(tx, text) {
    const row: Row = {
      tenant_id: tx.tenantId,
      template: text.template,
      locale: text.locale,
      subject: text.subject,
      html: text.html,
      plain_text: text.plainText,
      updated_at: text.updatedAt,
      updated_by: text.updatedBy,
    };
    await knexOf(tx)('mail_templates')
      .insert(row)
      .onConflict(['tenant_id', 'template', 'locale'])
      .merge();
  },

  async delete(tx, template, locale) {
    const deleted = await knexOf(tx)('mail_templates')
      .where({ tenant_id: tx.tenantId, template, locale })
      .delete();
    return deleted > 0;
  },
};
