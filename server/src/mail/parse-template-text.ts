import { inputFault, type InputFault, type InputFaults } from '../platform/input-fault.js';
import { fail, ok, type Result } from '../platform/result.js';
import { isEmptyRichText, sanitiseRichText } from '../platform/rich-text/sanitise-rich-text.js';
import { isAtMost, parseText, textFaults } from '../platform/text.js';
import type { MailTemplateText, TemplateVariable } from './mail-template-text.js';

export type TemplateTextErrorCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'INVALID_TEXT'
  | 'UNKNOWN_VARIABLE'
  | 'VARIABLE_MISSING'
  | 'VARIABLE_NOT_HERE'
  | 'INVALID_LINK'
  | 'UNKNOWN_LOCALE';

type Fault = InputFault<TemplateTextErrorCode>;
type Variables = readonly TemplateVariable[];

const subjectRule = { max: 200, required: true } as const;
const plainRule = { max: 20_000, multiline: true } as const;
const htmlMax = 60_000;

const braces = /\{\{(.*?)\}\}/gs;
const known = (variables: Variables): string =>
  variables.map(({ name }) => `{{${name}}}`).join(', ');

/** What stands between double braces, as somebody reads it. */
const namesIn = (source: string): readonly string[] =>
  [...source.matchAll(braces)].map(([, inner = '']) => inner.replace(/<[^>]*>/g, '').trim());

const unknownFaults = (field: string, source: string, variables: Variables): Fault[] => {
  const names = new Set(variables.map(({ name }) => name));
  const unknown = [...new Set(namesIn(source))].filter((name) => !names.has(name));
  const faults = unknown.map((name) => {
    const message = `{{${name}}} is not known here. Known: ${known(variables)}.`;
    return inputFault(field, 'UNKNOWN_VARIABLE' as const, message);
  });
  // Markup inside of a name, and braces that nothing closes, are never replaced.
  const isWhole = [...source.matchAll(braces)].every(([, inner = '']) => !inner.includes('<'));
  const isClosed = !/\{\{|\}\}/.test(source.replace(braces, ''));
  if (faults.length > 0 || (isWhole && isClosed)) return faults;
  const message = 'Write a variable in one piece, in one format: {{name}}.';
  return [inputFault(field, 'UNKNOWN_VARIABLE', message)];
};

const missingFaults = (field: string, source: string, variables: Variables): Fault[] => {
  const found = new Set(namesIn(source));
  return variables
    .filter(({ name, required }) => required && !found.has(name))
    .map(({ name }) =>
      inputFault(
        field,
        'VARIABLE_MISSING',
        `{{${name}}} is missing: without it nobody can go on from this mail.`,
      ),
    );
};

/** Links and codes end where subjects do: in lists, notices and logs. */
const subjectFaults = (subject: string, variables: Variables): Fault[] => {
  const secret = new Set(variables.filter(({ required }) => required).map(({ name }) => name));
  return namesIn(subject)
    .filter((name) => secret.has(name))
    .map((name) => {
      const message = `{{${name}}} is secret: it can not stand in the subject.`;
      return inputFault('subject', 'VARIABLE_NOT_HERE', message);
    });
};

const linkFaults = (html: string, variables: Variables): Fault[] => {
  const links = variables.filter(({ isLink }) => isLink);
  const good = new Set(links.map(({ name }) => name));
  const isBad = [...html.matchAll(/href="([^"]*)"/g)].some(([, href = '']) => {
    const whole = /^\{\{\s*(\w+)\s*\}\}$/.exec(href)?.[1];
    return /\{\{|\}\}/.test(href) && !(whole !== undefined && good.has(whole));
  });
  if (!isBad) return [];
  const message =
    links.length > 0
      ? `The address of a link is one variable alone: ${known(links)}.`
      : 'No variable of this mail is the address of a link.';
  return [inputFault('html', 'INVALID_LINK', message)];
};

const htmlFaults = (typed: string, html: string, variables: Variables): Fault[] => {
  if (!isAtMost(typed, htmlMax)) {
    const message = `Use at most ${htmlMax.toLocaleString('en')} characters.`;
    return [inputFault('html', 'TOO_LONG', message)];
  }
  if (isEmptyRichText(html)) return [inputFault('html', 'REQUIRED', 'Write a text.')];
  return [
    ...unknownFaults('html', html, variables),
    ...linkFaults(html, variables),
    ...missingFaults('html', html, variables),
  ];
};

/** Checks a text against what its template knows; each fault names the variable. */
export const parseTemplateText = (
  input: {
    readonly subject: string;
    readonly html: string;
    readonly plainText?: string | null | undefined;
  },
  variables: Variables,
): Result<MailTemplateText, InputFaults<TemplateTextErrorCode>> => {
  const subject = parseText(input.subject, subjectRule);
  const plain = parseText(input.plainText, plainRule);
  const html = isAtMost(input.html, htmlMax) ? sanitiseRichText(input.html) : '';
  const faults: Fault[] = [
    ...textFaults('subject', subject, subjectRule),
    ...(subject.ok ? unknownFaults('subject', subject.value, variables) : []),
    ...(subject.ok ? subjectFaults(subject.value, variables) : []),
    ...htmlFaults(input.html, html, variables),
    ...textFaults('plainText', plain, plainRule),
    ...(plain.ok && plain.value !== null
      ? [
          ...unknownFaults('plainText', plain.value, variables),
          ...missingFaults('plainText', plain.value, variables),
        ]
      : []),
  ];
  if (!subject.ok || !plain.ok || faults.length > 0) return fail(faults);
  return ok({ subject: subject.value, html, plainText: plain.value });
};
