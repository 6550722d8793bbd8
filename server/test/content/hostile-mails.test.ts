import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MailContent } from '../../src/mail/mail-template.js';
import { templateCatalog } from '../../src/mail/templates/template-catalog.js';
import { sanitiseRichText } from '../../src/platform/rich-text/sanitise-rich-text.js';

const vectors = readFileSync(new URL('script-vectors.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** What people type into a mail's variables; addresses and secrets are made by the server. */
const isTyped = (name: string): boolean => /name|grants/i.test(name);

/** The sample of a template with a text in place of everything that somebody typed. */
const withText = (content: MailContent, text: string): MailContent =>
  ({
    ...content,
    variables: Object.fromEntries(
      Object.entries(content.variables).map(([name, value]) => [
        name,
        isTyped(name) ? text : value,
      ]),
    ),
  }) as MailContent;

/** A tag that could run something, or has an attribute that could. */
const alive =
  /^<\/?(?:script|iframe|object|embed|svg|math|form|input|base|link)|\son\w+\s*=|href="\s*(?:javascript|data|vbscript)/i;

/** The markup alone, without what stands between or in the values of harmless attributes. */
const tagsOf = (html: string): string[] =>
  (html.match(/<[^>]*>?/g) ?? []).map((tag) => tag.replace(/ alt="[^"]*"/, ''));

const render = (content: MailContent, text: string, own = false) =>
  templateCatalog.render(
    withText(content, text),
    'en',
    own ? templateCatalog.builtIn(content.template, 'en') : null,
    null,
  );

describe.each(templateCatalog.names)('the mail %s', (template) => {
  const content: MailContent = templateCatalog.sampleOf(template);

  it.each([
    ['built in', false],
    ['edited', true],
  ])('has the same markup, %s, whatever somebody calls themselves', (_what, own) => {
    const harmless = tagsOf(render(content, 'Ada', own).html);
    for (const vector of vectors) {
      const { html, subject } = render(content, vector, own);
      expect(tagsOf(html), vector).toEqual(harmless);
      expect(subject, vector).not.toMatch(/[\r\n]/);
    }
  });
});

it('a template of one’s own is sanitised when it is saved, and stays harmless in the mail', () => {
  const content = templateCatalog.sampleOf('activation');
  for (const vector of vectors) {
    const html = sanitiseRichText(`<p>${vector}</p><p><a href="{{url}}">Go</a></p>`);
    const own = { subject: 'x', html, plainText: null };
    const mail = templateCatalog.render(content, 'en', own, null);
    expect(
      tagsOf(mail.html).filter((tag) => alive.test(tag)),
      vector,
    ).toEqual([]);
  }
});
