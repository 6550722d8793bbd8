import { expect, it } from 'vitest';
import { toSmtpOptions } from './smtp-options.js';

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
  expect(toSmtpOptions(url, 10_000)).toMatchObject(expected);
});

it('waits no longer than told for any step', () => {
  expect(toSmtpOptions('smtp://mail.example', 10_000)).toMatchObject({
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
  });
});
