import type { Demo } from '../demo/index.js';

const row = (what: string, value: string): string => `  ${what.padEnd(26)}${value}`;

const login = (what: string, { email, password }: { email: string; password: string }): string =>
  row(what, `${email}   ${password}`);

/** What a person needs after the demo's start: addresses, logins, and what to try first. */
export const demoGreeting = (demo: Demo): string =>
  [
    '',
    'Gatehouse is running with demo data.',
    '',
    row('Console', demo.consoleUrl),
    login('  system administrator', demo.systemAdministrator),
    ...demo.tenants.map(({ name, admin }) => login(`  ${name} administrator`, admin)),
    ...(demo.inboxUrl ? [row('Mails', demo.inboxUrl)] : []),
    '',
    ...demo.tenants.flatMap(({ name, url, signUpUrl, customers }) => [
      row(name, url),
      row('  sign-up page', signUpUrl),
      ...customers.map((customer) => login('  customer', customer)),
      '',
    ]),
    'Try this: sign up on a page, read the mail, activate, add a device.',
    'Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');

/** What an operator needs after a start of one's own. */
export const productionGreeting = (publicUrl: string, setupSecret: string | null): string =>
  [
    `Gatehouse answers at ${publicUrl}`,
    ...(setupSecret
      ? [
          'There is no system administrator yet. This link makes the first one, once, within 24 hours:',
          `${publicUrl}/setup#${setupSecret}`,
        ]
      : []),
  ].join('\n');
