import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { registrationsOf } from './administrator.js';
import { openStoredRows, type StoredRows } from './stored-rows.js';
import {
  activation,
  activationMail,
  goodPassword,
  noCaptcha,
  outcomeOf,
  register,
} from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let stored: StoredRows;

beforeAll(async () => {
  app = await startTestApp();
  tenant = await makeTenant(app, { ...noCaptcha, notifyNobody: true });
  stored = await openStoredRows(app);
});
beforeEach(() => app.mails.accept());

/** The newest mail to an address, as the log has it. */
const messageTo = async (email: string) => {
  const [message] = await stored.select<{ state: string; attempts: number }>(
    'select state, attempts from mail_messages where recipient = $1 order by id desc limit 1',
    [email],
  );
  return message;
};

const firstTryFailed = (email: string): Promise<void> =>
  expect.poll(() => messageTo(email)).toEqual({ state: 'QUEUED', attempts: 1 });

/** The time of the next try has come. */
const makeDue = () => stored.select('update graphile_worker._private_jobs set run_at = now()');

const mailsTo = (email: string) =>
  app.mails.mails.filter(({ recipients }) => recipients.includes(email));

const kindsOf = async (email: string): Promise<string[]> =>
  (await registrationsOf(tenant.admin, email)).flatMap(({ timeline }) =>
    timeline.map(({ kind }) => kind),
  );

describe('while the mail server is down', () => {
  it('a registration is accepted, and its mail leaves once when it is back', async () => {
    const email = 'down@people.example';
    const browser = app.browser(tenant.host);
    await app.mails.down();
    expect(outcomeOf(await register(browser, { email }))).toBe('accepted');
    await firstTryFailed(email);
    expect(await kindsOf(email)).toEqual(['SUBMITTED', 'MAIL_QUEUED', 'MAIL_FAILED']);
    await app.mails.up();
    await makeDue();
    const { secret } = await activationMail(app, email);
    await expect.poll(() => messageTo(email)).toEqual({ state: 'SENT', attempts: 2 });
    expect(mailsTo(email)).toHaveLength(1);
    expect(await kindsOf(email)).toEqual(['SUBMITTED', 'MAIL_QUEUED', 'MAIL_SENT']);
    expect(await activation(browser, { secret })).toBe('activated');
  });

  it('an activation is done, too', async () => {
    const email = 'activated@people.example';
    const browser = app.browser(tenant.host);
    await register(browser, { email });
    const { secret } = await activationMail(app, email);
    await app.mails.down();
    expect(await activation(browser, { secret })).toBe('activated');
    await firstTryFailed(email);
    await app.mails.up();
    await makeDue();
    expect((await app.mails.next(email)).subject).toBe('Your account is ready');
  });
});

describe('the database', () => {
  /** Everything that is stored, as text; what is in bytes as hexadecimal digits. */
  const dump = async (): Promise<string> => {
    const tables = await stored.select<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('public', 'graphile_worker')`,
    );
    const texts = [];
    for (const { name } of tables) {
      const rows = await stored.select<{ row: string }>(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  };

  /** Quotes the mail in its refusal, as some servers do. */
  const refuseAndRemember = (): string[] => {
    const seen: string[] = [];
    app.mails.refuse('data', 451, (mail) => {
      const text = mail.text ?? '';
      seen.push(text);
      return `Not now: ${text.replaceAll('\n', ' ')}`;
    });
    return seen;
  };

  const ask = (browser: Browser, mutation: string, type: string, input: object) =>
    browser.data(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`,
      { input },
    );

  it('holds no secret of a mail, nor of the person who signs up', async () => {
    const email = 'secret@people.example';
    const browser = app.browser(tenant.host);
    const texts = refuseAndRemember();
    await register(browser, { email, password: `${goodPassword} of mine` });
    await firstTryFailed(email);
    const cookie = browser.cookies.get('__Host-signup') ?? '';
    const secret = /#([\w.-]+)/.exec(texts[0] ?? '')?.[1] ?? '';
    const code = /\b\d{6}\b/.exec(texts[0] ?? '')?.[0] ?? '';
    expect([cookie.length, secret.length, code.length]).toEqual([43, 66, 6]);

    const all = await dump();
    expect(all).toContain(email);
    for (const text of [cookie, secret, secret.split('.')[1] ?? '', goodPassword]) {
      expect(all).not.toContain(text);
      expect(all).not.toContain(Buffer.from(text).toString('hex'));
      expect(all).not.toContain(Buffer.from(text, 'base64url').toString('hex'));
    }
    const jobsAndLog = await stored.select<{ row: string }>(
      `select m::text as row from mail_messages m
       union all select j::text from graphile_worker._private_jobs j`,
    );
    expect(jobsAndLog.map(({ row }) => row).join('\n')).not.toMatch(new RegExp(`\\b${code}\\b`));
    // What was refused is good all the same: the mail may have arrived.
    expect(await activation(browser, { code })).toBe('activated');
  });

  it('holds no secret of reset and invitation mails', async () => {
    const { administrator, admin } = tenant;
    for (const [email, call] of [
      [
        administrator.email,
        () =>
          ask(app.browser(), 'requestPasswordReset', 'RequestPasswordResetInput', {
            email: administrator.email,
          }),
      ],
      [
        'invited@people.example',
        () => ask(admin, 'inviteUser', 'InviteUserInput', { email: 'invited@people.example' }),
      ],
    ] as const) {
      const texts = refuseAndRemember();
      await call();
      await firstTryFailed(email);
      const secret =
        /\/(?:reset-password|invitation)\S*#[\w-]+\.([\w-]+)/.exec(texts.join())?.[1] ?? '';
      expect(secret).toHaveLength(43);
      expect(await dump()).not.toContain(secret);
    }
  });
});
