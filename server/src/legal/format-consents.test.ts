import { expect, it } from 'vitest';
import type { Consent } from './consent.js';
import { formatConsents } from './format-consents.js';

const consent = (changes: Partial<Consent>): Consent => ({
  id: 'c',
  userId: null,
  email: 'ada@people.example',
  documentId: 'd',
  documentName: 'Policy',
  kind: 'PRIVACY_POLICY',
  versionId: 'v',
  versionNumber: 2,
  locale: 'en',
  sha256: 'ab',
  label: 'I accept',
  acceptedAt: new Date('2026-11-22T09:00:00Z'),
  ip: '10.0.0.1',
  userAgent: null,
  withdrawnAt: null,
  ...changes,
});

it('writes moments in UTC and quotes every value', () => {
  const csv = formatConsents('CSV', [consent({ documentName: 'a "b", c' })]);
  const [head, row] = csv.split('\r\n');
  expect(head).toMatch(/^id,email,userId,/);
  expect(row).toContain('"a ""b"", c"');
  expect(row).toContain('"2026-11-22T09:00:00.000Z"');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])(
  'lets no spreadsheet run %j',
  (userAgent) => {
    expect(formatConsents('CSV', [consent({ userAgent })])).toContain(`"'${userAgent}"`);
  },
);

it('says the same in JSON', () => {
  const [row] = JSON.parse(formatConsents('JSON', [consent({})])) as Record<string, unknown>[];
  expect(row).toMatchObject({ email: 'ada@people.example', versionNumber: 2, withdrawnAt: null });
});
