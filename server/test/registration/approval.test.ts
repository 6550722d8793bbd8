import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/platform/clock.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, signIn, type TestTenant } from '../harness/tenants.js';
import { addUser } from '../identity/people.js';
import { inboxOf } from '../notifications/recipients-over-api.js';
import { registrationsOf, signInAgain, statesOf, updatePage } from './administrator.js';
import { approve, confirmOn, idsOf, reject } from './approval.js';
import { addClerk, makeRole, remove } from './grants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activation,
  activationMail,
  disown,
  goodPassword,
  noCaptcha,
  register,
  resend,
} from './sign-up.js';

const approvalOn = { ...noCaptcha, requiresApproval: true };
const clock = createTestClock();
let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp({ clock });
  tenant = await makeTenant(app, approvalOn);
  stored = await openStoredRows(app);
});

const signInCode = async (browser: Browser, email: string): Promise<string> => {
  const { data } = await browser.graphql<{
    signIn: { me: object | null; userErrors: { code: string }[] };
  }>(
    `mutation ($input: SignInInput!) { signIn(input: $input) { me { user { id } } userErrors { code } } }`,
    { input: { email, password: goodPassword } },
  );
  return data?.signIn.me ? 'signed in' : (data?.signIn.userErrors[0]?.code ?? '');
};

const usersOf = (email: string) => stored.select('select id from users where email = $1', [email]);
const mailAbout = (email: string, subject: string) =>
  app.mails.mails.filter((mail) => mail.recipients.includes(email) && mail.subject === subject);

describe('who confirms the address where administrators approve', () => {
  it('waits without an account, is told so, and so are the administrators', async () => {
    const { email, browser } = await confirmOn(app, tenant, 'waits@people.example');
    expect(await statesOf(tenant.admin, email)).toEqual(['WAITING']);
    expect(await usersOf(email)).toEqual([]);
    await expect.poll(() => mailAbout(email, 'Your sign-up is being checked')).toHaveLength(1);
    await expect
      .poll(async () => (await inboxOf(tenant.admin)).map((one) => one.event))
      .toContain('USER_WAITING');
    await expect
      .poll(() => mailAbout(tenant.administrator.email, 'Somebody waits for your approval'))
      .toHaveLength(1);
    expect(await signInCode(browser, email)).toBe('WRONG_CREDENTIALS');
    expect(await signInCode(app.browser(tenant.host), 'nobody@people.example')).toBe(
      'WRONG_CREDENTIALS',
    );
  });

  it('still waits after a reload, and in another browser with the password', async () => {
    const { email, browser, secret, code } = await confirmOn(app, tenant, 'again@people.example');
    expect(await activation(browser, { secret })).toBe('waiting');
    expect(await activation(browser, { code })).toBe('waiting');
    const other = app.browser(tenant.host);
    expect(await activation(other, { secret })).toBe('PASSWORD_REQUIRED');
    expect(await activation(other, { secret, password: 'wrong password' })).toBe('PASSWORD_WRONG');
    expect(await activation(other, { secret, password: goodPassword })).toBe('waiting');
    const notices = await stored.select(
      `select from notifications where person_email = $1 and event = 'USER_WAITING'`,
      [email],
    );
    expect(notices).toHaveLength(1);
    await expect.poll(() => mailAbout(email, 'Your sign-up is being checked')).toHaveLength(1);
  });

  it('is told again when a further link is asked for', async () => {
    const { email, browser } = await confirmOn(app, tenant, 'asks@people.example');
    await expect.poll(() => mailAbout(email, 'Your sign-up is being checked')).toHaveLength(1);
    await resend(browser, email);
    await expect.poll(() => mailAbout(email, 'Your sign-up is being checked')).toHaveLength(2);
  });

  it('replaces what else waits for the address, whose owner chose this one', async () => {
    const first = await confirmOn(app, tenant, 'twice@people.example');
    const second = await confirmOn(app, tenant, first.email);
    expect(await statesOf(tenant.admin, first.email)).toEqual([
      'WAITING',
      'REJECTED ANOTHER_CONFIRMED',
    ]);
    expect(await activation(first.browser, { secret: first.secret })).toBe('LINK_NOT_GOOD');
    expect((await approve(tenant.admin, [second.id])).userErrors).toEqual([]);
  });

  it('may still say that it was somebody else', async () => {
    const { email, secret } = await confirmOn(app, tenant, 'not-me@people.example');
    expect(await disown(app.browser(tenant.host), secret, email)).toBe('ended');
    expect(await statesOf(tenant.admin, email)).toEqual(['REJECTED DISOWNED']);
  });

  it('waits as long as nobody decides', async () => {
    const { email } = await confirmOn(app, tenant, 'patient@people.example');
    clock.advance(60 * dayMs);
    await app.server.slices.registration.expireRegistrations();
    const admin = await signInAgain(app, tenant);
    tenant = { ...tenant, admin };
    expect(await statesOf(admin, email)).toEqual(['WAITING']);
  });
});

describe('approving', () => {
  it('makes the account with the roles of the page as it is now, and tells the person', async () => {
    const page = await makeTenant(app, approvalOn);
    const { email, browser, id } = await confirmOn(app, page, 'welcome@people.example');
    const gone = await makeRole(page.admin, { DEVICE: ['READ'] });
    await updatePage(page.admin, page.selfRegistrationId, {
      groupRoleAssignments: [{ roleId: gone.id }],
      customerTitlePrefix: 'Home of ',
    });
    await remove(page.admin, 'deleteRole', gone);
    expect(await approve(page.admin, [id])).toEqual({
      registrations: [{ id, state: 'ACTIVATED' }],
      userErrors: [],
    });
    await expect.poll(() => mailAbout(email, 'Your account is ready')).toHaveLength(1);
    const [mail] = mailAbout(email, 'Your account is ready');
    expect(mail?.text).toContain('/sign-in');
    expect(await signInCode(browser, email)).toBe('signed in');
    const customers = await stored.select('select title from customers where email = $1', [email]);
    expect(customers).toEqual([{ title: `Home of ${email}` }]);
    const [seen] = await registrationsOf(page.admin, email);
    const kinds = seen?.timeline.map(({ kind }) => kind) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(['CONFIRMED', 'APPROVED', 'ACTIVATED']));
    expect(seen?.timeline).toContainEqual({ kind: 'GRANT_SKIPPED', detail: gone.name });
    expect(seen?.timeline).toContainEqual({ kind: 'APPROVED', detail: 'Ada Min' });
    await expect
      .poll(async () => (await inboxOf(page.admin)).map(({ event }) => event))
      .toEqual(expect.arrayContaining(['USER_ACTIVATED', 'GRANTS_SKIPPED']));
  });

  it('happens once, however many do it at once, and never beside a rejection', async () => {
    const { email, id } = await confirmOn(app, tenant, 'race@people.example');
    const outcomes = await Promise.all([
      ...Array.from({ length: 5 }, () => approve(tenant.admin, [id])),
      ...Array.from({ length: 3 }, () => reject(tenant.admin, [id])),
    ]);
    const refused = outcomes.filter(({ userErrors }) => userErrors[0]?.code === 'WRONG_STATE');
    expect(refused).toHaveLength(outcomes.length - 1);
    const [state] = await statesOf(tenant.admin, email);
    expect(await usersOf(email)).toHaveLength(state === 'ACTIVATED' ? 1 : 0);
    const customers = await stored.select('select id from customers where title = $1', [email]);
    expect(customers).toHaveLength(state === 'ACTIVATED' ? 1 : 0);
  });

  it('decides many one by one, and says of each that fails why', async () => {
    const people = [];
    for (const name of ['one', 'two', 'three']) {
      people.push(await confirmOn(app, tenant, `${name}@bulk.example`));
    }
    const [one, two, three] = people.map(({ id }) => id) as [string, string, string];
    await reject(tenant.admin, [two]);
    const decided = await approve(tenant.admin, [one, two, three]);
    expect(decided.userErrors).toEqual([{ field: ['ids'], code: 'WRONG_STATE' }]);
    expect(decided.registrations.map(({ state }) => state).toSorted()).toEqual([
      'ACTIVATED',
      'ACTIVATED',
      'REJECTED',
    ]);
  });

  it('makes no second account for an address that got one meanwhile', async () => {
    const { email, id } = await confirmOn(app, tenant, 'invited@people.example');
    await addUser(app, tenant.admin, 'localhost', { email });
    expect((await approve(tenant.admin, [id])).userErrors).toMatchObject([
      { code: 'ADDRESS_IN_USE' },
    ]);
    expect(await statesOf(tenant.admin, email)).toEqual(['REJECTED ADDRESS_IN_USE']);
    expect(await stored.select('select id from customers where title = $1', [email])).toEqual([]);
  });

  it('needs the right to change registrations, and ids of the tenant', async () => {
    const { id } = await confirmOn(app, tenant, 'guarded@people.example');
    const reader = await addClerk(app, tenant.admin, { REGISTRATION: ['READ'] });
    await expect(approve(reader, [id])).rejects.toThrow('FORBIDDEN');
    await expect(reject(reader, [id])).rejects.toThrow('FORBIDDEN');
    const other = await makeTenant(app, approvalOn);
    await expect(approve(other.admin, [id])).rejects.toThrow('NOT_FOUND');
    await expect(approve(tenant.admin, [])).rejects.toThrow('BAD_USER_INPUT');
    const clerk = await addClerk(app, tenant.admin, { REGISTRATION: ['WRITE'] });
    expect((await approve(clerk, [id])).userErrors).toEqual([]);
  });

  it('is no matter of who has not confirmed the address', async () => {
    const email = 'unconfirmed@people.example';
    await register(app.browser(tenant.host), { email });
    await activationMail(app, email);
    const decided = await approve(tenant.admin, await idsOf(tenant.admin, email));
    expect(decided.userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });
});

describe('rejecting', () => {
  it('takes a reason, tells it to the person, and leaves nothing after 7 days', async () => {
    const page = await makeTenant(app, approvalOn);
    const { email, browser, secret, id } = await confirmOn(app, page, 'sorry@people.example');
    expect((await reject(page.admin, [id], ' ')).userErrors).toEqual([
      { field: ['input', 'reason'], code: 'REQUIRED' },
    ]);
    await reject(page.admin, [id], 'Only <b>partners</b>, please.');
    await expect.poll(() => mailAbout(email, 'Your sign-up was not approved')).toHaveLength(1);
    const [mail] = mailAbout(email, 'Your sign-up was not approved');
    expect(mail?.text).toContain('Only <b>partners</b>, please.');
    expect(mail?.html).toContain('Only &lt;b&gt;partners&lt;/b&gt;, please.');
    expect(await statesOf(page.admin, email)).toEqual(['REJECTED NOT_APPROVED']);
    const [seen] = await registrationsOf(page.admin, email);
    expect(seen?.timeline).toContainEqual({
      kind: 'REJECTED',
      detail: 'Only <b>partners</b>, please.',
    });
    expect(await activation(browser, { secret })).toBe('LINK_NOT_GOOD');
    const rows = () =>
      stored.select<{ password_hash: string }>(
        'select password_hash from registrations where email = $1',
        [email],
      );
    expect(await rows()).toEqual([{ password_hash: '' }]);
    clock.advance(7.1 * dayMs);
    await app.server.slices.registration.expireRegistrations();
    expect(await rows()).toEqual([]);
  });
});

describe('a page on which approval is switched', () => {
  it('keeps letting those wait who wait, and asks nobody else when it is off', async () => {
    const page = await makeTenant(app, approvalOn);
    const early = await confirmOn(app, page, 'early@people.example');
    await updatePage(page.admin, page.selfRegistrationId, { requiresApproval: false });
    const browser = app.browser(page.host);
    await register(browser, { email: 'late@people.example' });
    const { secret } = await activationMail(app, 'late@people.example');
    expect(await activation(browser, { secret })).toBe('activated');
    expect(await activation(early.browser, { secret: early.secret })).toBe('waiting');
    expect((await approve(page.admin, [early.id])).userErrors).toEqual([]);
    await signIn(early.browser, early.email, goodPassword);
  });
});
