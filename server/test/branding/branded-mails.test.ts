import { expect, it } from 'vitest';
import { startTestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { noCaptcha, register } from '../registration/sign-up.js';
import { pixel, saveBranding } from './branding-api.js';

it('dresses mails, which read well without the logo', async () => {
  const app = await startTestApp();
  const { admin, host } = await makeTenant(app, noCaptcha);
  const browser = app.browser(host);
  const page = async () => (await browser.send({ path: '/signup' })).body;
  const signUp = async (email: string) => {
    await register(browser, { email, firstName: 'Ada', lastName: 'Lovelace' });
    const mail = await app.mails.next(email);
    return { text: mail.text ?? '', html: mail.html || '' };
  };

  const plain = await signUp('ada@people.example');
  expect(plain.html).not.toContain('<img');
  expect(plain.text).not.toContain('\n-- \n');

  const title = '<b onclick="x">Acme</b>';
  const supportContact = 'help@acme.example';
  await saveBranding(admin, { title, supportContact, primaryColor: '#ffcc00', logo: pixel });
  await expect.poll(page).toContain('help@acme.example');
  const { text, html } = await signUp('bob@people.example');
  expect(text).toMatch(/\n-- \n<b onclick="x">Acme<\/b>\nHelp: help@acme\.example\s*$/);
  expect(html).not.toMatch(/<b |"x"/);
  expect(html).toContain('alt="&lt;b onclick=&quot;x&quot;&gt;Acme&lt;/b&gt;"');
  expect(html).toContain('background:#ffcc00;color:#000000');
  expect(html).toContain('href="mailto:help@acme.example"');

  const logo = new URL(/<img src="([^"]+)"/.exec(html)?.[1] ?? '');
  expect(logo.hostname).toBe(host);
  const { status, headers } = await browser.send({ path: logo.pathname });
  expect([status, headers['cross-origin-resource-policy']]).toEqual([200, 'cross-origin']);
});
