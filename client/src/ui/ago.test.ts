import { expect, it } from 'vitest';
import { toAgo } from './ago';

const now = new Date('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T11:59:30Z', 'now'],
  ['2026-11-22T11:55:00Z', '5 minutes ago'],
  ['2026-11-22T15:00:00Z', 'in 3 hours'],
  ['2026-11-21T11:00:00Z', 'yesterday'],
  ['2026-10-01T12:00:00Z', 'Oct 1, 2026'],
])('says %s as "%s"', (moment, text) => {
  expect(toAgo(new Date(moment), now, 'en')).toBe(text);
});

it('speaks the language of the person', () => {
  expect(toAgo(new Date('2026-11-22T11:55:00Z'), now, 'de')).toBe('vor 5 Minuten');
});
