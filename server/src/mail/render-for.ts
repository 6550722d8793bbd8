import type { Locale } from '../platform/locale/locale.js';
import type { MailContent, RenderedMail } from './mail-template.js';

/** A mail in words, in the recipient's language, by the templates that count for the tenant. */
export type RenderFor = (
  tenantId: string,
  content: MailContent,
  locale: Locale,
) => Promise<RenderedMail>;
