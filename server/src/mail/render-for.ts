import type { Locale } from '../platform/locale/locale.js';
import type { Transact } from '../platform/transaction.js';
import type { MailBrandingOf } from './mail-branding.js';
import type { MailTemplateRepository } from './mail-template-repository.js';
import type { OwnTemplateText, TemplateCatalog } from './mail-template-text.js';
import type { MailContent, MailTemplate, RenderedMail } from './mail-template.js';

/**
 * A mail in words, in the recipient's language, by the template that counts for the tenant, in the
 * looks of the domain that it is about.
 */
export type RenderFor = (
  tenantId: string,
  content: MailContent,
  locale: Locale,
) => Promise<RenderedMail>;

interface Deps {
  readonly transact: Transact;
  readonly templates: MailTemplateRepository;
  readonly catalog: TemplateCatalog;
  readonly systemTenantId: () => Promise<string | null>;
  readonly brandingOf: MailBrandingOf;
}

/** The tenant's own text, else the system's, else the built-in one. */
export const createRenderFor = ({
  transact,
  templates,
  catalog,
  systemTenantId,
  brandingOf,
}: Deps): RenderFor => {
  const find = (tenantId: string, template: MailTemplate, locale: Locale) =>
    transact(tenantId, (tx) => templates.find(tx, template, locale));

  const ownText = async (
    tenantId: string,
    template: MailTemplate,
    locale: Locale,
  ): Promise<OwnTemplateText | null> => {
    const own = await find(tenantId, template, locale);
    const system = await systemTenantId();
    return own ?? (system === null || system === tenantId ? null : find(system, template, locale));
  };

  return async (tenantId, content, locale) => {
    const { variables, template } = content;
    const own = await ownText(tenantId, template, locale);
    const branding = 'host' in variables ? await brandingOf(tenantId, variables.host) : null;
    return catalog.render(content, locale, own, branding);
  };
};
