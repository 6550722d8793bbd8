import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/platform/clock.js';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { createTestClock } from '../harness/test-clock.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { deletePage, signInAgain, updatePage } from './administrator.js';
import { addClerk } from './grants.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activation,
  activationMail,
  disown,
  noCaptcha,
  outcomeOf,
  register,
  type UserError,
} from './sign-up.js';

const clock = createTestClock();
let app: TestApp;
let stored: StoredRows;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp({ clock });
  stored = await openStoredRows(app);
  tenant = await makeTenant(app, { ...noCaptcha, inviteOnly: true });
  admin = tenant.admin;
});

interface Made {
  readonly inviteCode: { readonly id: string } | null;
  readonly code: string | null;
  readonly url: string | null;
  readonly userErrors: readonly UserError[];
}

const tryCreate = async (by: Browser, input: Record<string, unknown> = {}): Promise<Made> =>
  (
    await by.data<{ createInviteCode: Made }>(
      `mutation ($input: CreateInviteCodeInput!) {
         createInviteCode(input: $input) { inviteCode { id } code url userErrors { field code } }
       }`,
      {
        input: {
          selfRegistrationId: tenant.selfRegistrationId,
          label: 'Partners',
          quota: 2,
          ...input,
        },
      },
    )
  ).createInviteCode;

const create = async (input: Record<string, unknown> = {}) => {
  const { inviteCode, code, url } = await tryCreate(admin, input);
  if (!inviteCode || !code || !url) throw new Error('No invite code was made.');
  return { id: inviteCode.id, code, url };
};

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly used: number;
  readonly reserved: number;
}

const codesOf = async (by: Browser): Promise<readonly Seen[]> => {
  const { inviteCodes } = await by.data<{ inviteCodes: { items: readonly Seen[] } }>(
    `query ($id: ID!) {
       inviteCodes(selfRegistrationId: $id, limit: 100) { items { id state used reserved } }
     }`,
    { id: tenant.selfRegistrationId },
  );
  return inviteCodes.items;
};

const seen = async (id: string): Promise<string> => {
  const code = (await codesOf(admin)).find((one) => one.id === id);
  return code ? `${code.state} used ${code.used} reserved ${code.reserved}` : 'gone';
};

const act = (mutation: 'revokeInviteCode' | 'deleteInviteCode', id: string) =>
  admin.data(`mutation ($id: ID!) { ${mutation}(id: $id) { userErrors { code } } }`, { id });

let people = 0;
const nextEmail = (): string => `invited-${(people += 1)}@people.example`;

const signUp = async (inviteCode: string | undefined, host = tenant.host) => {
  const [browser, email] = [app.browser(host), nextEmail()];
  const outcome = outcomeOf(await register(browser, { email, inviteCode }));
  return { browser, email, outcome };
};

describe('an invite code', () => {
  it('is shown once, as a link that no server sees the code of, and stored hashed', async () => {
    const { code, url } = await create();
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(new URL(url).hash).toBe(`#code=${code}`);
    const rows = JSON.stringify(await stored.select('select * from invite_codes'));
    const log = JSON.stringify(await stored.select('select * from audit_log_entries'));
    expect(rows + log).not.toContain(code);
  });

  it('is asked for, at its field, beside the other faults', async () => {
    expect((await signUp(undefined)).outcome).toBe('REQUIRED');
    const { data } = await register(app.browser(tenant.host), {
      ...{ email: 'no address', inviteCode: 'guessed' },
    });
    expect(data?.register.userErrors).toEqual([
      { field: ['input', 'inviteCode'], code: 'INVITE_CODE_NOT_GOOD' },
      { field: ['input', 'email'], code: 'INVALID_EMAIL' },
    ]);
  });

  it('is reserved at submit and used at activation', async () => {
    const { id, code } = await create();
    const first = await signUp(` ${code} `);
    expect(first.outcome).toBe('accepted');
    expect(await seen(id)).toBe('ACTIVE used 0 reserved 1');
    const { secret } = await activationMail(app, first.email);
    expect(await activation(first.browser, { secret })).toBe('activated');
    expect(await seen(id)).toBe('ACTIVE used 1 reserved 0');
    await signUp(code);
    expect(await seen(id)).toBe('USED_UP used 1 reserved 1');
    expect((await signUp(code)).outcome).toBe('INVITE_CODE_NOT_GOOD');
  });

  it('lets exactly its quota in, however many come at once', async () => {
    const { id, code } = await create({ quota: 3 });
    const all = await Promise.all(Array.from({ length: 12 }, () => signUp(code)));
    expect(all.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(3);
    const refused = all.filter(({ outcome }) => outcome === 'INVITE_CODE_NOT_GOOD');
    expect(refused).toHaveLength(9);
    const secrets = [];
    for (const { browser, email, outcome } of all) {
      if (outcome === 'accepted') {
        secrets.push({ browser, secret: (await activationMail(app, email)).secret });
      }
    }
    await Promise.all(secrets.map(({ browser, secret }) => activation(browser, { secret })));
    expect(await seen(id)).toBe('USED_UP used 3 reserved 0');
  });

  it('counts an account once, however often it is activated at once', async () => {
    const { id, code } = await create();
    const { browser, email } = await signUp(code);
    const { secret } = await activationMail(app, email);
    await Promise.all(Array.from({ length: 4 }, () => activation(browser, { secret })));
    expect(await seen(id)).toBe('ACTIVE used 1 reserved 0');
  });

  it('gets the place back of who comes to nothing', async () => {
    const { id, code } = await create({ quota: 1 });
    const { email } = await signUp(code);
    const { secret } = await activationMail(app, email);
    expect(await seen(id)).toBe('USED_UP used 0 reserved 1');
    await disown(app.browser(tenant.host), secret, email);
    expect(await seen(id)).toBe('ACTIVE used 0 reserved 0');
    const late = await signUp(code);
    await activationMail(app, late.email);
    clock.advance(25 * hourMs);
    await app.server.slices.registration.expireRegistrations();
    admin = await signInAgain(app, tenant);
    expect(await seen(id)).toBe('ACTIVE used 0 reserved 0');
    expect((await signUp(code)).outcome).toBe('accepted');
  });

  it('keeps the place while an administrator decides', async () => {
    await updatePage(admin, tenant.selfRegistrationId, { requiresApproval: true });
    const { id, code } = await create({ quota: 1 });
    const { browser, email } = await signUp(code);
    const { secret } = await activationMail(app, email);
    expect(await activation(browser, { secret })).toBe('waiting');
    expect(await seen(id)).toBe('USED_UP used 0 reserved 1');
    await updatePage(admin, tenant.selfRegistrationId, { requiresApproval: false });
  });

  it('is good for its time, and until it is revoked; who signed up before may finish', async () => {
    const { id, code } = await create({ expiresInDays: 1, quota: 5 });
    const early = await signUp(code);
    const { secret } = await activationMail(app, early.email);
    clock.advance(dayMs - hourMs);
    expect((await signUp(code)).outcome).toBe('accepted');
    clock.advance(hourMs);
    expect((await signUp(code)).outcome).toBe('INVITE_CODE_NOT_GOOD');
    admin = await signInAgain(app, tenant);
    expect(await seen(id)).toBe('EXPIRED used 0 reserved 2');
    expect(await activation(early.browser, { secret })).toBe('LINK_NOT_GOOD');

    const other = await create();
    const pending = await signUp(other.code);
    await act('revokeInviteCode', other.id);
    expect((await signUp(other.code)).outcome).toBe('INVITE_CODE_NOT_GOOD');
    const mail = await activationMail(app, pending.email);
    expect(await activation(pending.browser, { secret: mail.secret })).toBe('activated');
    expect(await seen(other.id)).toBe('REVOKED used 1 reserved 0');
  });

  it('may be deleted; who signed up with it may finish', async () => {
    const { id, code } = await create();
    const { browser, email } = await signUp(code);
    await act('deleteInviteCode', id);
    expect(await seen(id)).toBe('gone');
    const { secret } = await activationMail(app, email);
    expect(await activation(browser, { secret })).toBe('activated');
  });

  it('opens its own page only, and one that asks for none ignores it', async () => {
    const { code } = await create();
    const other = await makeTenant(app, { ...noCaptcha, inviteOnly: true });
    expect((await signUp(code, other.host)).outcome).toBe('INVITE_CODE_NOT_GOOD');
    await updatePage(other.admin, other.selfRegistrationId, { inviteOnly: false });
    await expect.poll(async () => (await signUp('whatever', other.host)).outcome).toBe('accepted');
  });

  it('is made with a label, a quota and days that make sense', async () => {
    const made = await tryCreate(admin, { label: ' ', quota: 0, expiresInDays: 366 });
    expect(made.userErrors).toEqual([
      { field: ['input', 'label'], code: 'REQUIRED' },
      { field: ['input', 'quota'], code: 'OUT_OF_RANGE' },
      { field: ['input', 'expiresInDays'], code: 'OUT_OF_RANGE' },
    ]);
    const nowhere = await tryCreate(admin, { selfRegistrationId: 'nowhere' });
    expect(nowhere.userErrors).toEqual([
      { field: ['input', 'selfRegistrationId'], code: 'NOT_FOUND' },
    ]);
  });

  it('needs the right to make one', async () => {
    const clerk = await addClerk(app, admin, { INVITE_CODE: ['READ'] });
    await expect(tryCreate(clerk)).rejects.toThrow('FORBIDDEN');
    expect((await codesOf(clerk)).length).toBeGreaterThan(0);
  });

  it('goes with its page', async () => {
    const gone = await makeTenant(app, { ...noCaptcha, inviteOnly: true });
    const { id } = (await tryCreate(gone.admin, { selfRegistrationId: gone.selfRegistrationId }))
      .inviteCode ?? { id: '' };
    await deletePage(gone);
    expect(await stored.select('select from invite_codes where id = $1', [id])).toEqual([]);
  });
});
