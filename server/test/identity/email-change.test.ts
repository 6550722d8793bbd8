import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import {
  addCustomer,
  addDomain,
  addUser,
  createSampleTenant,
  linkTo,
  password,
  signIn,
  unique,
  type Faults,
} from './people.js';

const clock = createTestClock();
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});

const someEmail = () => `${unique('moved')}@people.example`;

const request = async (by: Browser, email: string, typed = password) => {
  const { requestEmailChange } = await by.data<{
    requestEmailChange: Faults & { accepted: boolean };
  }>(
    `mutation ($input: RequestEmailChangeInput!) {
       requestEmailChange(input: $input) { accepted userErrors { field code message } }
     }`,
    { input: { email, password: typed } },
  );
  return requestEmailChange;
};

const confirm = async (by: Browser, secret: string, typed?: string) => {
  const { confirmEmailChange } = await by.data<{
    confirmEmailChange: Faults & { email: string | null };
  }>(
    `mutation ($input: ConfirmEmailChangeInput!) {
       confirmEmailChange(input: $input) { email userErrors { field code message } }
     }`,
    { input: { secret, ...(typed && { password: typed }) } },
  );
  const { email, userErrors } = confirmEmailChange;
  return { email, codes: userErrors.map(({ code }) => code) };
};

const addPerson = async () => {
  const tenant = await createSampleTenant(app);
  const host = await addDomain(tenant.administrator);
  const customerId = await addCustomer(tenant.administrator);
  const addAnother = () => addUser(app, tenant.administrator, host, { customerId });
  return { ...tenant, host, addAnother, person: await addAnother() };
};

describe('a change of address', () => {
  it('is proven at the new one and told to the old one', async () => {
    const { host, person } = await addPerson();
    const email = someEmail();
    expect(await request(person.browser, email)).toEqual({ accepted: true, userErrors: [] });
    const { url, secret, subject } = await linkTo(app, email);
    expect(subject).toBe('Confirm your new e-mail address');
    expect(url).toBe(`http://${host}:${app.server.port}/confirm-address`);
    await signIn(app, host, person.email);

    expect(await confirm(person.browser, secret)).toEqual({ email, codes: [] });
    expect((await linkTo(app, person.email)).subject).toBe('Your e-mail address was changed');
    await signIn(app, host, email);
    await expect(signIn(app, host, person.email)).rejects.toThrow();
    expect(await confirm(person.browser, secret)).toEqual({
      email: null,
      codes: ['LINK_NOT_GOOD'],
    });
  });

  it('asks for the password in any browser where its owner is not signed in', async () => {
    const { host, person, addAnother } = await addPerson();
    const email = someEmail();
    await request(person.browser, email);
    const { secret } = await linkTo(app, email);
    const stranger = app.browser(host);
    expect((await confirm(stranger, secret)).codes).toEqual(['PASSWORD_REQUIRED']);
    expect((await confirm(stranger, secret, 'not-the-password-at-all')).codes).toEqual([
      'PASSWORD_WRONG',
    ]);
    const colleague = await addAnother();
    expect((await confirm(colleague.browser, secret)).codes).toEqual(['PASSWORD_REQUIRED']);
    expect((await confirm(app.browser(), secret, password)).codes).toEqual(['LINK_NOT_GOOD']);
    expect(await confirm(stranger, secret, password)).toEqual({ email, codes: [] });
  });

  it('to an address that somebody has is answered alike, and only they are told', async () => {
    const { host, person, addAnother } = await addPerson();
    const colleague = await addAnother();
    expect(await request(person.browser, colleague.email.toUpperCase())).toEqual({
      accepted: true,
      userErrors: [],
    });
    const mail = await linkTo(app, colleague.email.toUpperCase().replace(/@.*/, '@people.example'));
    expect(mail.subject).toBe('Your e-mail address stays as it is');
    expect(mail.secret).toBe('');
    await signIn(app, host, person.email);
  });

  it('of an administrator keeps to one address on the platform', async () => {
    const [one, other] = [await createSampleTenant(app), await createSampleTenant(app)];
    await request(one.administrator, other.administratorEmail);
    expect((await linkTo(app, other.administratorEmail)).subject).toBe(
      'Your e-mail address stays as it is',
    );
    // Both ask for the same free address: who is first has it.
    const email = someEmail();
    await request(one.administrator, email);
    const first = await linkTo(app, email);
    await request(other.administrator, email);
    const second = await linkTo(app, email);
    expect(await confirm(one.administrator, first.secret)).toEqual({ email, codes: [] });
    expect((await confirm(other.administrator, second.secret)).codes).toEqual([
      'EMAIL_UNAVAILABLE',
    ]);
    await signIn(app, 'localhost', other.administratorEmail);
  });

  it('dies with any change of the password, and with a later wish', async () => {
    const { person } = await addPerson();
    const [first, second] = [someEmail(), someEmail()];
    await request(person.browser, first);
    const replaced = await linkTo(app, first);
    await request(person.browser, second);
    const last = await linkTo(app, second);
    expect((await confirm(person.browser, replaced.secret)).codes).toEqual(['LINK_NOT_GOOD']);
    await person.browser.data(
      `mutation ($input: ChangePasswordInput!) {
         changePassword(input: $input) { userErrors { code } }
       }`,
      { input: { currentPassword: password, newPassword: 'quiet-heron-paints-77' } },
    );
    expect((await confirm(person.browser, last.secret)).codes).toEqual(['LINK_NOT_GOOD']);
  });

  it('wears off after a day', async () => {
    const { person } = await addPerson();
    const email = someEmail();
    await request(person.browser, email);
    const { secret } = await linkTo(app, email);
    clock.advance(24 * 3600 * 1000 + 1);
    expect((await confirm(person.browser, secret)).codes).toEqual(['LINK_NOT_GOOD']);
  });

  it('tells all faults at their fields', async () => {
    const { person } = await addPerson();
    const codes = async (email: string, typed?: string) =>
      (await request(person.browser, email, typed)).userErrors.map(
        ({ field, code }) => `${field.join('.')} ${code}`,
      );
    expect(await codes('nobody', 'wrong-password-here')).toEqual([
      'input.email INVALID_EMAIL',
      'input.password PASSWORD_WRONG',
    ]);
    expect(await codes(person.email)).toEqual(['input.email EMAIL_UNCHANGED']);
  });

  it('is in the audit log, before and after', async () => {
    const { administrator, person } = await addPerson();
    const email = someEmail();
    await request(person.browser, email);
    await confirm(person.browser, (await linkTo(app, email)).secret);
    const { auditLog } = await administrator.data<{
      auditLog: { nodes: { action: string; before: object | null; after: object | null }[] };
    }>(`{ auditLog(first: 20) { nodes { action before after } } }`);
    expect(auditLog.nodes).toContainEqual({
      action: 'user.email-changed',
      before: { email: person.email },
      after: { email },
    });
  });
});
