import { describe, expect, it } from 'vitest';
import { locales } from '../../platform/locale/locale.js';
import { sanitiseRichText } from '../../platform/rich-text/sanitise-rich-text.js';
import type { MailBranding } from '../mail-branding.js';
import type { MailTemplateText } from '../mail-template-text.js';
import type { MailContent } from '../mail-template.js';
import { parseTemplateText } from '../parse-template-text.js';
import { templateCatalog as catalog } from './template-catalog.js';

const nasty = `<img src=x onerror=alert(1)>"'{{code}}$&`;
const url = 'https://acme.example/signup/activate?lang=en#secret';

const branding: MailBranding = {
  name: nasty,
  logo: 'https://acme.example/branding/1.png',
  supportContact: "https://help.example/?a='b'",
  button: { background: '#ffcc00', text: '#000000' },
};

const own = (text: Partial<MailTemplateText>): MailTemplateText => ({
  subject: 'Hello',
  html: '<p>{{url}} {{code}}</p>',
  plainText: null,
  ...text,
});

const render = (text: Partial<MailTemplateText>, tenantName = 'Acme') =>
  catalog.render(
    {
      template: 'activation',
      variables: { tenantName, host: 'acme.example', name: 'Ada', hours: 24, minutes: 15 },
      secrets: { url, code: '271828' },
    },
    'en',
    own(text),
    null,
  );

describe('variables', () => {
  it('become words, with or without space around the name', () => {
    const { subject, text, html } = render({
      subject: '{{tenantName}}: {{ greeting }}',
      html: '<p>{{greeting}} {{linkLifetime}}, {{ codeLifetime }}</p>',
    });
    expect(subject).toBe('Acme: Hello Ada,');
    expect(text).toBe('Hello Ada, 24 hours, 15 minutes\n');
    expect(html).toContain('Hello Ada, 24 hours, 15 minutes');
  });

  it('are values: neither markup, nor variables, nor patterns', () => {
    const { subject, text, html } = render(
      { subject: '{{tenantName}}', html: '<p>{{tenantName}}</p>' },
      nasty,
    );
    expect(subject).toBe(nasty);
    expect(text).toBe(`${nasty}\n`);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;{{code}}$&amp;');
    expect(html).not.toMatch(/<img|271828/);
  });

  it('can not add a line to the subject', () => {
    expect(render({ subject: 'Hi {{tenantName}}' }, 'A\r\nBcc: b@c.example').subject).toBe(
      'Hi A Bcc: b@c.example',
    );
  });

  it('may be the address of a link', () => {
    const { html, text } = render({ html: '<p>Go <a href="{{url}}">there</a> now</p>' });
    expect(html).toContain(`href="${url}"`);
    expect(text).toBe(`Go there: ${url} now\n`);
  });
});

describe('a text of one’s own', () => {
  it('shows a link alone as a button, the code alone as the code, italics alone as a note', () => {
    const { html } = render({
      html: '<p><a href="{{url}}">Go</a></p><p><strong>{{code}}</strong></p><p><em>Small</em></p>',
    });
    expect(html).toContain(`<a class="button" href="${url}"`);
    expect(html).toMatch(/<p class="code"[^>]*>271828<\/p>/);
    expect(html).toMatch(/<p class="note"[^>]*>Small<\/p>/);
  });

  it('has a plain part of its own where one is written', () => {
    expect(render({ plainText: 'Only {{url}}\nand {{code}}' }).text).toBe(
      `Only ${url}\nand 271828\n`,
    );
  });

  it('keeps lists and breaks in the plain part', () => {
    const html = '<p>a<br />b</p><ul><li>c &amp; d</li><li>e</li></ul><p>f</p>';
    expect(render({ html }).text).toBe('a\nb\n\n- c & d\n- e\n\nf\n');
  });
});

const inOneLine = (html: string): string => html.replaceAll('\n', '');
const everyText = catalog.names.flatMap((name) => locales.map((locale) => ({ name, locale })));

it('wears the branding, whose words are neither markup nor variables', () => {
  const { variables, secrets } = catalog.sampleOf('activation') as MailContent<'activation'>;
  const content = { template: 'activation' as const, variables, secrets };
  const { html, text } = catalog.render(content, 'de', own({}), branding);
  expect(html).not.toMatch(/<img src=x|"'/);
  expect(html).toContain('alt="&lt;img src=x onerror=alert(1)&gt;&quot;&#39;{{code}}$&amp;"');
  expect(html).toContain(`Hilfe: <a href="https://help.example/?a=&#39;b&#39;"`);
  expect(text).toMatch(/\n-- \n<img [^\n]+\{\{code\}\}\$&\nHilfe: https:\/\/help\.example/);
});

describe.each(everyText)('the built-in text of $name in $locale', ({ name, locale }) => {
  const text = catalog.builtIn(name, locale);

  it('can be saved as it is', () => {
    expect(parseTemplateText(text, catalog.variablesOf(name))).toEqual({ ok: true, value: text });
    expect(sanitiseRichText(text.html)).toBe(text.html);
  });

  it.each([null, branding])('makes the same mail when it is saved, in the looks %o', (looks) => {
    const builtIn = catalog.render(catalog.sampleOf(name), locale, null, looks);
    const saved = catalog.render(catalog.sampleOf(name), locale, text, looks);
    expect(inOneLine(saved.html)).toBe(inOneLine(builtIn.html));
    expect(saved.subject).toBe(builtIn.subject);
  });
});
