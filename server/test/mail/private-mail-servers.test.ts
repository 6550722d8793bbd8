import { beforeAll, describe, expect, it } from 'vitest';
import { environmentMailServer } from '../../src/mail/environment-mail-server.js';
import { createDeliverBySmtp } from '../../src/mail/smtp/deliver-by-smtp.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { becomeSystemAdministrator, createSampleTenant } from '../identity/people.js';
import { faultsOf, sendTestMail } from './settings-api.js';

let app: TestApp;
let tenant: Browser;
let system: Browser;

beforeAll(async () => {
  app = await startTestApp();
  system = await becomeSystemAdministrator(app);
  tenant = (await createSampleTenant(app)).administrator;
}, 60_000);

const privateHosts = [
  ...['127.0.0.1', 'localhost', 'mail.localhost', '10.1.2.3', '192.168.1.4', '169.254.169.254'],
  ...['::1', 'fd00::1', '::ffff:10.0.0.1', '0.0.0.0', '0x7f.1', '2130706433', 'mailhost'],
  ...['mail.internal'],
];

describe('mail servers that are not on the public internet', () => {
  it.each(privateHosts)('a tenant can not name %s', async (host) => {
    const [fault] = await faultsOf(tenant, { host });
    expect(fault).toMatch(/^host (HOST_NOT_ALLOWED|INVALID_HOST)$/);
  });

  it('system administrators can', async () => {
    const { port } = new URL(app.mails.url);
    const input = { host: '127.0.0.1', port: Number(port), security: 'NONE' };
    expect(await faultsOf(system, { ...input, authentication: 'NONE' })).toEqual([]);
    expect((await sendTestMail(system)).outcome?.accepted).toBe(true);
  });
});

describe('a name of the public internet that stands for a private address', () => {
  const mail = { id: '1', to: 'a@b.example', subject: 's', text: 't', html: 'h' };
  const server = {
    ...environmentMailServer({ smtpUrl: 'smtp://mail.example', mailFrom: 'a@b.example' }),
    publicOnly: true,
  };

  it.each([['127.0.0.1'], ['203.0.113.7', '10.0.0.1'], ['::ffff:127.0.0.1']])(
    'is not connected to: %s',
    async (...addresses) => {
      const deliver = createDeliverBySmtp(async () => addresses.map((address) => ({ address })));
      expect(await deliver(server, mail)).toEqual({
        kind: 'postponed',
        reason: "The mail server's address is not one of the public internet.",
      });
    },
  );
});
