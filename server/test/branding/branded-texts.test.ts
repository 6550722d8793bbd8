import { expect, it } from 'vitest';
import { startTestApp } from '../harness/app.js';
import { makeTenant } from '../harness/tenants.js';
import { makeDocument } from '../legal/legal-api.js';
import { updatePage } from '../registration/administrator.js';
import { noCaptcha } from '../registration/sign-up.js';
import { pixel, saveBranding } from './branding-api.js';

it('dresses the lasting page of a legal text', async () => {
  const app = await startTestApp();
  const { admin, host, name, selfRegistrationId } = await makeTenant(app, noCaptcha);
  const policy = await makeDocument(admin, { texts: [{ locale: 'en', html: '<p>Text</p>' }] });
  await updatePage(admin, selfRegistrationId, { privacyPolicyId: policy.id });
  const get = (path = '/legal/privacy') => app.browser(host).send({ path });
  const plain = (await get()).body;
  expect(plain).toContain(`<p class="brand">${name}</p>`);
  expect(plain).not.toMatch(/<img|rel="icon"|mailto:/);

  const title = '<img src=x onerror=alert(1)>"';
  const supportContact = 'https://help.example/?a="b"';
  await saveBranding(admin, { title, primaryColor: '#ffcc00', logo: pixel });
  const refused = await saveBranding(admin, { supportContact });
  expect(refused.userErrors).toMatchObject([{ code: 'INVALID_CONTACT' }]);
  await saveBranding(admin, { supportContact: "https://help.example/?a='b'&c" });

  await expect.poll(async () => (await get()).body).toContain('https://help.example');
  const { body, headers } = await get();
  expect(body).toContain('href="https://help.example/?a=&#39;b&#39;&#38;c">Help</a>');
  expect(body).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;</p>');
  expect(body).not.toMatch(/<script|<img src=x|\sstyle=/);
  expect(headers['content-security-policy']).toContain("default-src 'none'; style-src 'self'");
  const logo = /<img src="(\/branding\/\w+\.png)" alt="">/.exec(body)?.[1];
  expect(body).toContain(`<link rel="icon" href="${logo}">`);
  expect((await get(logo)).status).toBe(200);
  const css = /href="(\/branding\/\w+\.css)"/.exec(body)?.[1];
  expect((await get(css)).body).toContain('--accent:#ffcc00');
});
