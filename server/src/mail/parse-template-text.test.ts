import { describe, expect, it } from 'vitest';
import { parseTemplateText } from './parse-template-text.js';

const variables = [
  { name: 'greeting', required: false, isLink: false },
  { name: 'signInUrl', required: false, isLink: true },
  { name: 'url', required: true, isLink: true },
  { name: 'code', required: true, isLink: false },
];
const good = { subject: 'Hi', html: '<p>{{url}} {{code}}</p>' };

const faults = (input: { subject?: string; html?: string; plainText?: string }): string[] => {
  const parsed = parseTemplateText({ ...good, ...input }, variables);
  return parsed.ok ? [] : parsed.failure.map(({ field, code }) => `${field.at(-1)} ${code}`);
};

describe('a text of a mail', () => {
  it.each([
    [{ html: '<p>{{ url }} {{code}} {{greeting}}</p>' }],
    [{ html: '<p><a href="{{url}}">Go</a> {{code}} <a href="https://acme.example">us</a></p>' }],
    [{ subject: '{{greeting}}', plainText: '{{url}}\n{{code}}' }],
  ])('is good: %j', (input) => {
    expect(faults(input)).toEqual([]);
  });

  it.each([
    [{ subject: ' ' }, 'subject REQUIRED'],
    [{ subject: 'x'.repeat(201) }, 'subject TOO_LONG'],
    [{ subject: 'a\nb' }, 'subject INVALID_TEXT'],
    [{ subject: '{{code}}' }, 'subject VARIABLE_NOT_HERE'],
    [{ subject: '{{nobody}}' }, 'subject UNKNOWN_VARIABLE'],
    [{ html: '<p> </p>' }, 'html REQUIRED'],
    [{ html: `<p>${'x'.repeat(60_001)}</p>` }, 'html TOO_LONG'],
    [{ html: '<p>{{url}}</p>' }, 'html VARIABLE_MISSING'],
    [{ html: '<p>{{url}} {{code}} {{nmae}}</p>' }, 'html UNKNOWN_VARIABLE'],
    [{ html: '<p>{{url}} {{code}} {{constructor}}</p>' }, 'html UNKNOWN_VARIABLE'],
    [{ html: '<p>{{url}} {{co<strong>de</strong>}}</p>' }, 'html UNKNOWN_VARIABLE'],
    [{ html: '<p>{{url}} {{code}} {{greeting</p>' }, 'html UNKNOWN_VARIABLE'],
    [{ html: '<p>{{url}} {{code}} <a href="{{greeting}}">x</a></p>' }, 'html INVALID_LINK'],
    [
      { html: '<p>{{code}} <a href="https://evil.example/?{{url}}">x</a></p>' },
      'html INVALID_LINK',
    ],
    [{ plainText: '{{url}}' }, 'plainText VARIABLE_MISSING'],
    [{ plainText: '{{url}} {{code}} {{x}}' }, 'plainText UNKNOWN_VARIABLE'],
  ])('is not: %j', (input, fault) => {
    expect(faults(input)).toContain(fault);
  });

  it('names the variable that it does not know, and those that it does', () => {
    const parsed = parseTemplateText({ ...good, subject: '{{nmae}}' }, variables);
    expect(parsed.ok ? '' : parsed.failure[0]?.message).toBe(
      '{{nmae}} is not known here. Known: {{greeting}}, {{signInUrl}}, {{url}}, {{code}}.',
    );
  });

  it('is stored without what could run', () => {
    const html = '<p onclick="a()">{{url}} {{code}}<script>b()</script></p>';
    const parsed = parseTemplateText({ ...good, html }, variables);
    expect(parsed.ok && parsed.value.html).toBe('<p>{{url}} {{code}}</p>');
  });
});
