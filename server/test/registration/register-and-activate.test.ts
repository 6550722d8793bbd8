import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { activate, activationMail, goodPassword, registerAndActivate, submit } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, { customerTitlePrefix: 'Home of ' });
});

describe('signing up', () => {
  it('makes customer, user and exactly the roles of the page, and signs in', async () => {
    const browser = app.browser(tenant.host);
    await registerAndActivate(app, browser, 'ada@people.example', { firstName: 'Ada' });
    const { me } = await browser.data<{ me: Record<string, never> }>(
      `{ me { user { email name authority customer { title } roles { name } groups { name } } tenant { name } } }`,
    );
    expect(me).toEqual({
      user: {
        email: 'ada@people.example',
        name: 'Ada',
        authority: 'CUSTOMER_USER',
        customer: { title: 'Home of ada@people.example' },
        roles: [{ name: 'Customer Administrator' }],
        groups: expect.arrayContaining([{ name: 'Self Registration Users' }]) as unknown,
      },
      tenant: { name: tenant.name },
    });
    expect((await app.mails.next('ada@people.example')).subject).toMatch(/ready|active/i);
  });

  it('answers for the person who has just signed in', async () => {
    const browser = app.browser(tenant.host);
    await registerAndActivate(app, browser, 'fresh@people.example');
    const { signIn } = await app
      .browser(tenant.host)
      .data<{ signIn: Record<string, never> }>(
        `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { viewerCan customer { title } } } } }`,
        { input: { email: 'fresh@people.example', password: goodPassword } },
      );
    expect(signIn).toMatchObject({
      me: { user: { customer: { title: 'Home of fresh@people.example' } } },
    });
  });

  it('makes neither user nor customer before activation', async () => {
    await submit(app.browser(tenant.host), { email: 'pending@people.example' });
    await activationMail(app, 'pending@people.example');
    const { users, customers } = await tenant.admin.data<{
      users: { totalCount: number };
      customers: { totalCount: number };
    }>(
      `{ users(filter: { search: "pending@" }) { totalCount } customers(search: "pending@") { totalCount } }`,
    );
    expect([users.totalCount, customers.totalCount]).toEqual([0, 0]);
  });

  it('activates by the code in the browser that signed up', async () => {
    const browser = app.browser(tenant.host);
    await submit(browser, { email: 'code@people.example' });
    const { code } = await activationMail(app, 'code@people.example');
    expect(await activate(browser, { code })).toMatchObject({ activated: true, redirectTo: '/' });
  });

  it('activates once of fifty parallel calls', async () => {
    const browser = app.browser(tenant.host);
    await submit(browser, { email: 'fifty@people.example' });
    const { secret } = await activationMail(app, 'fifty@people.example');
    const calls = Array.from({ length: 50 }, () => activate(browser, { secret }));
    const activated = (await Promise.all(calls)).filter((answer) => answer.activated);
    expect(activated).toHaveLength(1);
    const { customers } = await tenant.admin.data<{ customers: { totalCount: number } }>(
      `{ customers(search: "fifty@") { totalCount } }`,
    );
    expect(customers.totalCount).toBe(1);
  });
});
