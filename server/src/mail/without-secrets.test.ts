import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.js';

const secrets = ['https://acme.example/signup/activate#abcDEF', '271828'];

it.each([
  ['550 5.1.1 no such mailbox', '550 5.1.1 no such mailbox'],
  ['554 spam: https://acme.example/signup/activate#abcDEF', '554 spam: …'],
  ['554 spam: abcDEF', '554 spam: …'],
  ['554 body has 271828 twice: 271828', '554 body has … twice: …'],
  ['451 two\r\n451 lines\u0000', '451 two 451 lines'],
  ['x'.repeat(600), 'x'.repeat(500)],
])('%j is kept as %j', (answer, kept) => {
  expect(withoutSecrets(answer, secrets)).toBe(kept);
});
