import { expect, it } from 'vitest';
import { environmentMailServer } from '../environment-mail-server.js';
import { toSmtpOptions } from './smtp-options.js';

const environment = (smtpUrl: string) =>
  environmentMailServer({ smtpUrl, mailFrom: 'no-reply@mail.example' });

it.each([
  [
    'smtps://user%40x:p%2Fw@mail.example',
    { host: 'mail.example', port: 465, secure: true, auth: { user: 'user@x', pass: 'p/w' } },
  ],
  [
    'smtp://mail.example',
    { host: 'mail.example', port: 587, secure: false, requireTLS: true, ignoreTLS: false },
  ],
  ['smtp://10.0.0.5:25', { port: 25, requireTLS: true }],
  ['smtp://localhost:2525', { port: 2525, requireTLS: false, ignoreTLS: true }],
  ['smtp://127.0.0.1:2525', { requireTLS: false, ignoreTLS: true }],
  ['smtp://[::1]:2525', { host: '::1', requireTLS: false, ignoreTLS: true }],
  ['smtp://127.example.com', { requireTLS: true }],
])('%s never sends in the clear but to this machine', (url, expected) => {
  expect(toSmtpOptions(environment(url), null)).toMatchObject(expected);
});

it('waits no longer than told for any step', () => {
  expect(toSmtpOptions(environment('smtp://mail.example'), null)).toMatchObject({
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  });
});

it('connects to the address that was looked up, and still wants the certificate of the name', () => {
  expect(toSmtpOptions(environment('smtp://mail.example'), '203.0.113.7')).toMatchObject({
    host: '203.0.113.7',
    tls: { servername: 'mail.example' },
  });
});
