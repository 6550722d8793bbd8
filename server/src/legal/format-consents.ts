import type { Consent } from './consent.js';

export type ConsentFormat = 'CSV' | 'JSON';

const columns = [
  ...['id', 'email', 'userId', 'kind', 'documentId', 'documentName', 'versionId', 'versionNumber'],
  ...['locale', 'sha256', 'label', 'acceptedAt', 'ip', 'userAgent', 'withdrawnAt'],
] as const as readonly (keyof Consent)[];

const asText = (value: Consent[keyof Consent]): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '');

/** A spreadsheet runs what begins like a formula: an apostrophe in front makes it text. */
const toCell = (text: string): string => {
  const harmless =
    /^[=+\-@\t\r]/.test(text.trimStart()) || /^[\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};

const toCsv = (consents: readonly Consent[]): string =>
  [
    columns.join(','),
    ...consents.map((row) => columns.map((name) => toCell(asText(row[name]))).join(',')),
  ]
    .map((line) => `${line}\r\n`)
    .join('');

/** The proof as a file: the same columns in both formats, moments in UTC. */
export const formatConsents = (format: ConsentFormat, consents: readonly Consent[]): string =>
  format === 'CSV'
    ? toCsv(consents)
    : JSON.stringify(
        consents.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]]))),
        null,
        2,
      );
