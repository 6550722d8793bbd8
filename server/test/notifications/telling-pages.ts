import type { Browser, TestApp } from '../harness/app.js';
import type { TestTenant } from '../harness/tenants.js';
import { activationMail, register } from '../registration/sign-up.js';

const person = { firstName: 'Grace', lastName: 'Hopper' };

/** Submits the form of a page without captcha, and waits until the activation mail is out. */
export const signUp = async (
  app: TestApp,
  tenant: TestTenant,
  email: string,
  input: object = person,
): Promise<{ browser: Browser; secret: string }> => {
  const browser = app.browser(tenant.host);
  await register(browser, { email, ...input });
  const { secret } = await activationMail(app, email);
  return { browser, secret };
};
