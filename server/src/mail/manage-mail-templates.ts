import { requireOnTenant, type Viewer } from '../access/index.js';
import type { RecordAudit } from '../audit/index.js';
import type { Clock } from '../platform/clock.js';
import { notFound } from '../platform/failures.js';
import { failWith, inputFault, type InputFaults } from '../platform/input-fault.js';
import { locales, type Locale } from '../platform/locale/locale.js';
import { ok, type Result } from '../platform/result.js';
import type { Transact, Tx } from '../platform/transaction.js';
import type { PreviewBrandingOf } from './mail-branding.js';
import type { MailTemplateRepository } from './mail-template-repository.js';
import type {
  MailTemplateText,
  OwnTemplateText,
  TemplateCatalog,
  TemplateVariable,
} from './mail-template-text.js';
import type { MailTemplate, RenderedMail } from './mail-template.js';
import { parseTemplateText, type TemplateTextErrorCode } from './parse-template-text.js';

/** Whose text counts. */
export type TemplateSource = 'TENANT' | 'SYSTEM' | 'BUILT_IN';

/** A template in one language, as it counts for the viewer's tenant. */
export interface TemplateInLocale extends MailTemplateText {
  readonly locale: Locale;
  readonly source: TemplateSource;
  readonly updatedAt: Date | null;
  readonly updatedBy: string | null;
}

export interface TemplateView {
  readonly name: MailTemplate;
  readonly variables: readonly TemplateVariable[];
  readonly texts: readonly TemplateInLocale[];
}

export interface TypedTemplateText {
  readonly template: string;
  readonly locale: string;
  readonly subject: string;
  readonly html: string;
  readonly plainText?: string | null | undefined;
}

type Faults = InputFaults<TemplateTextErrorCode>;

interface Deps {
  readonly transact: Transact;
  readonly clock: Clock;
  readonly recordAudit: RecordAudit;
  readonly templates: MailTemplateRepository;
  readonly catalog: TemplateCatalog;
  readonly systemTenantId: () => Promise<string | null>;
  readonly previewBrandingOf: PreviewBrandingOf;
}

/** What administrators do with the texts of mails. */
export const createManageMailTemplates = (deps: Deps) => {
  const { transact, catalog, templates } = deps;

  const nameOrThrow = (typed: string): MailTemplate => {
    const name = catalog.names.find((known) => known === typed);
    if (!name) throw notFound('mail template');
    return name;
  };
  const localeOf = (typed: string): Locale | null =>
    locales.find((locale) => locale === typed) ?? null;

  const loadTexts = async (viewer: Viewer) => {
    const { tenantId } = viewer.principal;
    const system = await deps.systemTenantId();
    const own = await transact(tenantId, templates.list);
    const inherited =
      system === null || system === tenantId ? [] : await transact(system, templates.list);
    return { own, inherited, ownSource: system === tenantId ? 'SYSTEM' : 'TENANT' } as const;
  };

  const toView = (
    name: MailTemplate,
    { own, inherited, ownSource }: Awaited<ReturnType<typeof loadTexts>>,
  ): TemplateView => ({
    name,
    variables: catalog.variablesOf(name),
    texts: locales.map((locale): TemplateInLocale => {
      const isIt = (text: OwnTemplateText) => text.template === name && text.locale === locale;
      const found = own.find(isIt);
      if (found) return { ...found, source: ownSource };
      const above = inherited.find(isIt);
      if (above) return { ...above, source: 'SYSTEM' };
      const builtIn = catalog.builtIn(name, locale);
      return { ...builtIn, locale, source: 'BUILT_IN', updatedAt: null, updatedBy: null };
    }),
  });

  const view = async (viewer: Viewer, name: MailTemplate): Promise<TemplateView> =>
    toView(name, await loadTexts(viewer));

  const audit = (tx: Tx, viewer: Viewer, verb: string, name: MailTemplate, after: object) =>
    deps.recordAudit(tx, viewer.actor, {
      action: `mail_template.${verb}`,
      entityType: 'MAIL_TEMPLATE',
      entityId: null,
      entityName: name,
      after: { ...after },
    });

  /** What was typed, checked; the name and the language are known. */
  const parse = (input: TypedTemplateText) => {
    const name = nameOrThrow(input.template);
    const locale = localeOf(input.locale);
    if (!locale) {
      const message = `Use one of: ${locales.join(', ')}.`;
      return failWith(inputFault('locale', 'UNKNOWN_LOCALE' as const, message));
    }
    const text = parseTemplateText(input, catalog.variablesOf(name));
    return text.ok ? ok({ name, locale, text: text.value }) : text;
  };

  return {
    list: async (viewer: Viewer): Promise<TemplateView[]> => {
      requireOnTenant(viewer, 'MAIL_TEMPLATE', 'READ');
      const texts = await loadTexts(viewer);
      return catalog.names.map((name) => toView(name, texts));
    },

    find: async (viewer: Viewer, name: string): Promise<TemplateView> => {
      requireOnTenant(viewer, 'MAIL_TEMPLATE', 'READ');
      return view(viewer, nameOrThrow(name));
    },

    /** With made-up data, in the looks of the tenant; nothing is saved or sent. */
    preview: async (
      viewer: Viewer,
      input: TypedTemplateText,
    ): Promise<Result<RenderedMail, Faults>> => {
      requireOnTenant(viewer, 'MAIL_TEMPLATE', 'READ');
      const parsed = parse(input);
      if (!parsed.ok) return parsed;
      const { name, locale, text } = parsed.value;
      const sample = catalog.sampleOf(name);
      // As when it is sent: mails about no host of the tenant wear nothing.
      const branding =
        'host' in sample.variables && name !== 'test-mail'
          ? await transact(viewer.principal.tenantId, deps.previewBrandingOf)
          : null;
      return ok(catalog.render(sample, locale, text, branding));
    },

    save: async (
      viewer: Viewer,
      input: TypedTemplateText,
    ): Promise<Result<TemplateView, Faults>> => {
      requireOnTenant(viewer, 'MAIL_TEMPLATE', 'WRITE');
      const parsed = parse(input);
      if (!parsed.ok) return parsed;
      const { name, locale, text } = parsed.value;
      await transact(viewer.principal.tenantId, async (tx) => {
        const updated = { updatedAt: deps.clock.now(), updatedBy: viewer.actor.name };
        await templates.save(tx, { template: name, locale, ...text, ...updated });
        await audit(tx, viewer, 'saved', name, { locale, ...text });
      });
      return ok(await view(viewer, name));
    },

    /** From then on the inherited text counts. */
    reset: async (
      viewer: Viewer,
      input: { readonly template: string; readonly locale: string },
    ): Promise<TemplateView> => {
      requireOnTenant(viewer, 'MAIL_TEMPLATE', 'WRITE');
      const name = nameOrThrow(input.template);
      const locale = localeOf(input.locale);
      if (!locale) throw notFound('mail template');
      await transact(viewer.principal.tenantId, async (tx) => {
        if (await templates.delete(tx, name, locale))
          await audit(tx, viewer, 'reset', name, { locale });
      });
      return view(viewer, name);
    },
  };
};

export type ManageMailTemplates = ReturnType<typeof createManageMailTemplates>;
