import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../harness/app.js';
import {
  acceptWith,
  act,
  addCustomer,
  addDomain,
  addUser,
  createSampleTenant,
  invite,
  linkTo,
  unique,
  whoIs,
} from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});

const someEmail = () => `${unique('invited')}@people.example`;
const codes = ({ userErrors }: { userErrors: readonly { code: string }[] }) =>
  userErrors.map(({ code }) => code);

describe('an invitation', () => {
  it('of an administrator leads from the mail to the console, once', async () => {
    const { administrator, name } = await createSampleTenant(app);
    const email = someEmail();
    const { user } = await invite(administrator, { email, firstName: 'Ada' });
    expect(user).toMatchObject({ state: 'INVITED', email });

    const link = await linkTo(app, email);
    expect(link.url).toBe(`${app.server.publicUrl}/invitation`);
    expect(link.text).toContain(name);
    const person = app.browser();
    expect((await acceptWith(person, link.secret)).me?.user.id).toBe(user?.id);
    expect(await whoIs(person)).toBe(user?.id);
    expect(codes(await acceptWith(app.browser(), link.secret))).toEqual(['LINK_NOT_GOOD']);

    const { user: seen } = await administrator.data<{
      user: { state: string; firstName: string; authority: string; roles: { name: string }[] };
    }>(`query ($id: ID!) { user(id: $id) { state firstName authority roles { name } } }`, {
      id: user?.id,
    });
    expect(seen).toEqual({
      state: 'ACTIVE',
      firstName: 'Ada',
      authority: 'TENANT_ADMIN',
      roles: [{ name: 'Tenant Administrator' }],
    });
  });

  it('of a customer user leads to a domain of the tenant, and needs one', async () => {
    const { administrator } = await createSampleTenant(app);
    const customerId = await addCustomer(administrator);
    const early = await invite(administrator, { email: someEmail(), customerId });
    expect(early.userErrors).toMatchObject([
      { field: ['input', 'customerId'], code: 'NOT_ALLOWED' },
    ]);

    const host = await addDomain(administrator);
    const email = someEmail();
    const { user } = await invite(administrator, { email, customerId });
    const { url, secret } = await linkTo(app, email);
    expect(url).toBe(`http://${host}:${app.server.port}/invitation`);
    expect(codes(await acceptWith(app.browser(), secret))).toEqual(['LINK_NOT_GOOD']);
    expect((await acceptWith(app.browser(host), secret)).me?.user.id).toBe(user?.id);
  });

  it('tells all faults at their fields, and invites nobody', async () => {
    const { administrator } = await createSampleTenant(app);
    const answer = await administrator.data<{ inviteUser: { userErrors: { field: string[] }[] } }>(
      `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { field } } }`,
      { input: { email: 'nobody', firstName: 'x'.repeat(256), lastName: 'a\u0000b' } },
    );
    expect(answer.inviteUser.userErrors.map(({ field }) => field.join('.'))).toEqual([
      'input.email',
      'input.firstName',
      'input.lastName',
    ]);
    const foreign = await createSampleTenant(app);
    for (const customerId of [await addCustomer(foreign.administrator), 'no-id']) {
      const refused = await invite(administrator, { email: someEmail(), customerId });
      expect(refused.userErrors).toMatchObject([
        { field: ['input', 'customerId'], code: 'NOT_FOUND' },
      ]);
    }
  });

  it('is refused for an address that the inviter can see', async () => {
    const { administrator, administratorEmail } = await createSampleTenant(app);
    const email = someEmail();
    await invite(administrator, { email });
    expect(codes(await invite(administrator, { email: email.toUpperCase() }))).toEqual([
      'EMAIL_UNAVAILABLE',
    ]);
    expect(codes(await invite(administrator, { email: administratorEmail }))).toEqual([
      'EMAIL_UNAVAILABLE',
    ]);
  });

  it('tells nothing about administrators of other tenants: only their mail does', async () => {
    const other = await createSampleTenant(app);
    const { administrator, name } = await createSampleTenant(app);
    const taken = await invite(administrator, { email: other.administratorEmail });
    expect(taken.userErrors).toEqual([]);
    expect(taken.user).toMatchObject({ state: 'INVITED', email: other.administratorEmail });

    const mail = await app.mails.next(other.administratorEmail);
    expect(mail.text).toContain('another account');
    expect(mail.text).toContain(name);
    expect(mail.text).not.toContain('#');
    expect(await whoIs(other.administrator)).toBe(other.administratorId);
  });

  it('that somebody else accepted first is no longer good', async () => {
    const [first, second] = [await createSampleTenant(app), await createSampleTenant(app)];
    const email = someEmail();
    await invite(first.administrator, { email });
    const linkOfFirst = await linkTo(app, email);
    await invite(second.administrator, { email });
    const linkOfSecond = await linkTo(app, email);
    const answers = await Promise.all([
      acceptWith(app.browser(), linkOfFirst.secret),
      acceptWith(app.browser(), linkOfSecond.secret),
    ]);
    expect(answers.filter(({ me }) => me)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(['LINK_NOT_GOOD']);
  });

  it('does not tell one customer about the people of another', async () => {
    const { administrator } = await createSampleTenant(app);
    const host = await addDomain(administrator);
    const mine = await addCustomer(administrator);
    const groupIds = [await customerAdministrators(administrator, mine)];
    const me = await addUser(app, administrator, host, { customerId: mine, groupIds });
    const other = await addUser(app, administrator, host, {
      customerId: await addCustomer(administrator),
    });
    const answer = await invite(me.browser, { email: other.email });
    expect(answer.userErrors).toEqual([]);
    expect((await app.mails.next(other.email)).text).toContain('another account');
    expect(await whoIs(other.browser)).toBe(other.id);
  });

  it('can be sent again, or handed over as a link that is audited', async () => {
    const { administrator } = await createSampleTenant(app);
    const email = someEmail();
    const { user } = await invite(administrator, { email });
    const first = await linkTo(app, email);
    expect((await act(administrator, 'resendInvitation', user!.id)).faults).toEqual([]);
    expect((await linkTo(app, email)).secret).not.toBe(first.secret);

    const { createInvitationLink: link } = await administrator.data<{
      createInvitationLink: { url: string; expiresAt: string };
    }>(
      `mutation ($id: ID!) { createInvitationLink(id: $id) { url expiresAt userErrors { code } } }`,
      {
        id: user?.id,
      },
    );
    const days = (Date.parse(link.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const { auditLog } = await administrator.data<{ auditLog: { nodes: { action: string }[] } }>(
      `query ($id: ID!) { auditLog(filter: { entityId: $id }) { nodes { action } } }`,
      { id: user?.id },
    );
    expect(auditLog.nodes.map(({ action }) => action)).toEqual([
      'user.invitation-link-created',
      'user.invitation-resent',
      'user.invited',
    ]);
    expect(JSON.stringify(auditLog)).not.toContain(link.url.split('#')[1]);

    const [, secret = ''] = link.url.split('#');
    expect((await acceptWith(app.browser(), secret)).me?.user.id).toBe(user?.id);
    expect((await act(administrator, 'resendInvitation', user!.id)).faults).toEqual([
      'WRONG_STATE',
    ]);
    expect(codes(await acceptWith(app.browser(), first.secret))).toEqual(['LINK_NOT_GOOD']);
  });
});

const customerAdministrators = async (
  by: Parameters<typeof invite>[0],
  ownerCustomerId: string,
): Promise<string> => {
  const { entityGroups } = await by.data<{
    entityGroups: { items: { id: string; name: string }[] };
  }>(
    `query ($owner: ID!) {
       entityGroups(filter: { type: USER, ownerCustomerId: $owner }) { items { id name } }
     }`,
    { owner: ownerCustomerId },
  );
  return entityGroups.items.find(({ name }) => name === 'Customer Administrators')!.id;
};
